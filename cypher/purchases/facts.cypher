// Merge facts about orders into their purchases, so that the order of arrival makes no difference.
//
// The first instant of each kind and the highest amounts win. An order is verified at the latest
// when it is completed. A refund that leaves too little to earn a coupon counts as a full refund.
//
// mode: write
// example: {"rows": [{"key": "taobao:o-100", "verified_at": null, "completed_at": null,
//   "cancelled_at": null, "refunded_at": "2030-01-01T00:00:00Z", "paid_fen": 20000,
//   "refunded_fen": 500, "claim_code": null}], "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (least:Rule {name: 'min_paid_fen'})
UNWIND $rows AS row
MATCH (purchase:Purchase {key: row.key})
WITH purchase, row,
  CASE
    WHEN row.refunded_at IS NOT NULL THEN coalesce(row.refunded_fen, row.paid_fen)
  END AS refunded_fen,
  CASE
    WHEN coalesce(row.paid_fen - row.refunded_fen, 0) < least.value THEN row.refunded_at
  END AS refunded_at
SET
  purchase.verified_at = CASE
    WHEN coalesce(purchase.verified_at <= row.verified_at, row.verified_at IS NULL)
    THEN purchase.verified_at ELSE row.verified_at END,
  purchase.completed_at = CASE
    WHEN coalesce(purchase.completed_at <= row.completed_at, row.completed_at IS NULL)
    THEN purchase.completed_at ELSE row.completed_at END,
  purchase.cancelled_at = CASE
    WHEN coalesce(purchase.cancelled_at <= row.cancelled_at, row.cancelled_at IS NULL)
    THEN purchase.cancelled_at ELSE row.cancelled_at END,
  purchase.refunded_at = CASE
    WHEN coalesce(purchase.refunded_at <= refunded_at, refunded_at IS NULL)
    THEN purchase.refunded_at ELSE refunded_at END,
  purchase.paid_fen = CASE
    WHEN coalesce(purchase.paid_fen >= row.paid_fen, false)
    THEN purchase.paid_fen ELSE row.paid_fen END,
  purchase.refunded_fen = CASE
    WHEN coalesce(purchase.refunded_fen >= refunded_fen, refunded_fen IS NULL)
    THEN purchase.refunded_fen ELSE refunded_fen END
SET
  purchase.verified_at = CASE
    WHEN purchase.completed_at < purchase.verified_at THEN purchase.completed_at
    ELSE purchase.verified_at
  END,
  purchase.claim_code = coalesce(purchase.claim_code, row.claim_code),
  purchase.cancel_told_at = CASE
    WHEN purchase.cancelled_at IS NOT NULL THEN coalesce(purchase.cancel_told_at, $now)
  END
