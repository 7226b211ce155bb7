// Every platform, and the ways to open a coupon there.
//
// mode: read
// example: {}
// returns: id, name_zh, name_en, open_with
MATCH (platform:Platform)
RETURN
  platform.id AS id,
  platform.name_zh AS name_zh,
  platform.name_en AS name_en,
  platform.open_with AS open_with
ORDER BY id
