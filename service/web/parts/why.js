// The reasons against claiming or using a coupon: the codes of the API as sentences.
import { spoken } from "../core/words.js";

const WHY = {
  own_share: "why_own_share", exhausted: "why_exhausted", expired: "why_expired", revoked: "why_revoked", returned: "why_returned",
  redeemed: "why_redeemed", locked_elsewhere: "why_locked", claim_limit: "why_claim_limit", no_program: "why_no_program", held: "why_held",
};
export const why = (code) => (code ? spoken(WHY, code) : "");
