"""The experience ledger: lines for publications, friends' purchases and helpful answers."""

from service.town.clock import DAY
from service.town.deals import Claim, Share
from service.town.tables import Tables

PUBLISH, FRIEND_PURCHASE, FOLLOWERS_PURCHASE, HELPFUL, ANSWER = 10, 30, 15, 5, 2
MATURITY, PUBLISH_MATURITY = 7 * DAY, DAY


class Ledger:
    """Writes the lines of the ledger; a refund or a moderator voids a line."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def published(self, share: Share) -> None:
        """Write the line for the first publication of a coupon."""
        coupon = share.coupon
        matures = max(coupon.earned + MATURITY, share.published + PUBLISH_MATURITY)
        voided, reason = (coupon.revoked, "refunded") if coupon.revoked else (share.removed, "removed")
        key = f"pub:{coupon.id}"
        self._line(
            key, coupon.owner.id, "publish", PUBLISH, share.published, matures, voided, reason, share=share.id
        )

    def bought(self, claim: Claim, purchase: str, completed: int, refunded: int | None) -> None:
        """Write the line for a completed purchase with a claim, and one for a verdict `as_described`."""
        owner, matures = claim.coupon.owner, completed + MATURITY
        if completed >= owner.gone:
            return
        raw = FOLLOWERS_PURCHASE if claim.via == "follow" else FRIEND_PURCHASE
        void = (refunded, "refunded")
        key = f"buy:{purchase}"
        self._line(key, owner.id, "friend_purchase", raw, completed, matures, *void, purchase=purchase)
        said = claim.verdict_at
        if claim.verdict == "as_described" and said is not None and not (refunded and refunded < said):
            number = f"claim-{claim.number}"
            self._line(f"help:{number}", owner.id, "helpful", HELPFUL, said, matures, *void, claim=number)

    def answered(self, thread: str, user: str, said: int) -> None:
        """Write the line for an answer that the asker marked as helpful."""
        self._line(f"ans:{thread}", user, "answer", ANSWER, said, said + MATURITY, None, "", thread=thread)

    def _line(
        self,
        key: str,
        user: str,
        kind: str,
        raw: int,
        occurred: int,
        matures: int,
        voided: int | None,
        reason: str,
        *,
        purchase: str | None = None,
        share: str | None = None,
        claim: str | None = None,
        thread: str | None = None,
    ) -> None:
        at = self._tables.at
        self._tables.write(
            "xp_event",
            key=key,
            user=user,
            kind=kind,
            raw=raw,
            occurred_at=at(occurred),
            matures_at=at(matures),
            voided_at=at(voided),
            void_reason=reason if voided is not None else None,
            purchase=purchase,
            share=share,
            claim=claim,
            thread=thread,
        )
