// The newest shares are found without reading them all.
//
// mode: schema
CREATE INDEX share_published_at IF NOT EXISTS
FOR (share:Share) ON (share.published_at)
