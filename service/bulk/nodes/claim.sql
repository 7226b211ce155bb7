-- Claims by their coupon and who holds them.
SELECT claim.*, coupon.id || ':' || "user".id AS key
FROM claim
JOIN "user" ON "user".line = claim."user"
JOIN share ON share.line = claim.share
JOIN coupon ON coupon.line = share.coupon
