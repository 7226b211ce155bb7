"""Claims: who takes a copy of a shared coupon, and how the claim ends."""

from collections import Counter
from random import Random

from service.credentials.codes import spelled
from service.town.clock import DAY, HOUR, waking
from service.town.deals import Claim, Share
from service.town.ledger import Ledger
from service.town.people import People
from service.town.sight import Sight
from service.town.tables import Tables

TAKERS = ((0, 1, 2, 3, 4, 5, 8), (22, 20, 18, 14, 10, 9, 7))
TRIES = 6
REDEEMED, RETURNED = 0.5, 0.05
MOST_CLAIMS = 25  # of a person in a month: well below the limit of open claims
NEWCOMERS_CLAIMS = 4
ALPHABET, CODE_LENGTH = "23456789ABCDEFGHJKMNPQRSTVWXYZ", 10
CODES = len(ALPHABET) ** CODE_LENGTH


class Claims:
    """Draws claims, each by a person who can see the share at that moment."""

    def __init__(
        self, rng: Random, people: People, sight: Sight, ledger: Ledger, tables: Tables, first: int
    ) -> None:
        self._rng = rng
        self._people = people
        self._sight = sight
        self._ledger = ledger
        self._tables = tables
        self._claims = first
        self._held: Counter[tuple[int, int]] = Counter()
        self._newcomers = 0

    def hand_out(self, share: Share, quota: int) -> list[tuple[int, Claim]]:
        """Draw the claims of a share; returns (when, claim) for each claim that an order will use."""
        rng = self._rng
        wanted = min(quota, rng.choices(*TAKERS)[0])
        takers = {share.coupon.owner.number}
        used: list[tuple[int, Claim]] = []
        for number in [
            *self._newcomer_first(),
            *(self._sight.somebody(share) for _ in range(wanted * TRIES)),
        ]:
            if len(takers) > wanted:
                break
            if number is not None and number not in takers and (claim := self._claim(share, number)):
                takers.add(number)
                if (at := self._use(claim)) is not None:
                    used.append((at, claim))
        return used

    def used(
        self, claim: Claim, purchase: str, completed: int | None, cancelled: int | None, refunded: int | None
    ) -> None:
        """Write the claim, and the edge from the order that used it."""
        rng = self._rng
        restored = claim.coupon.shop.program.restore and refunded is not None and refunded < claim.use_by
        source = rng.choices(("code", "only", "picked", "latest"), (80, 12, 5, 3))[0]
        joined = {"purchase": purchase, "claim": f"claim-{claim.number}", "credit_source": source}
        if cancelled is not None or restored:
            reason, at = ("refunded", refunded) if cancelled is None else ("cancelled", cancelled)
            when = {"use_by": self._tables.at(claim.use_by), "at": self._tables.at(at)}
            self._tables.write("purchase-RELEASED-claim", **joined, reason=reason, **when)
            if cancelled is not None:
                claim.use_by = max(claim.use_by, cancelled + DAY)
        else:
            self._tables.write("purchase-REDEEMED-claim", **joined)
        if completed is not None:
            self._judge(claim, completed)
            self._ledger.bought(claim, purchase, completed, refunded)
        self.write_claim(claim)

    def write_claim(self, claim: Claim) -> None:
        """Write the claim's row, once it is final."""
        at = self._tables.at
        self._tables.write(
            "claim",
            id=f"claim-{claim.number}",
            user=claim.me.id,
            share=claim.share.id,
            code=code(claim.number),
            claimed_at=at(claim.at),
            use_by=at(claim.use_by),
            returned_at=at(claim.returned),
            degree={"friend": 1, "circle": 2}.get(claim.via),
            via=claim.via,
            mutual_count=claim.bridges,
            friends_since=at(claim.friends_since),
            verdict=claim.verdict,
            verdict_at=at(claim.verdict_at),
            thanked_at=at(claim.thanked),
        )

    def _newcomer_first(self) -> list[int]:
        """The newcomer's number, until she has a few claims."""
        newcomer = self._people.newcomer
        return [] if newcomer is None or self._newcomers >= NEWCOMERS_CLAIMS else [newcomer]

    def _claim(self, share: Share, number: int) -> Claim | None:
        rng, me = self._rng, self._people.everyone[number]
        at = waking(rng, share.published + rng.expovariate(1 / (4 * DAY)))
        if not at < share.ends or self._held[number, at // (30 * DAY)] >= MOST_CLAIMS:
            return None
        way = self._sight.way(share, number, at)
        if way is None:
            return None
        self._claims += 1
        self._held[number, at // (30 * DAY)] += 1
        self._newcomers += number == self._people.newcomer
        use_by = min(at + share.coupon.shop.program.use_days * DAY, share.coupon.use_until)
        return Claim(self._claims, share, me, at, use_by, way.via, way.bridges, way.since)

    def _use(self, claim: Claim) -> int | None:
        """When an order will use the claim; writes a claim that stays unused and returns None."""
        rng = self._rng
        at = waking(rng, claim.at + HOUR + rng.expovariate(1 / (3 * DAY)))
        kept = claim.me.number == self._people.newcomer and self._newcomers > 1
        if not kept and rng.random() < REDEEMED and claim.at < at < min(0, claim.use_by):
            return at
        back = waking(rng, claim.at + rng.uniform(1, 6) * DAY)
        if rng.random() < RETURNED and claim.at < back < min(0, claim.use_by):
            claim.returned = back
        self.write_claim(claim)
        return None

    def _judge(self, claim: Claim, completed: int) -> None:
        rng = self._rng
        at = waking(rng, completed + DAY + rng.uniform(0, 4) * DAY)
        if completed < at < 0 and rng.random() < 0.6:
            claim.verdict = "as_described" if rng.random() < 0.94 else "not_as_described"
            claim.verdict_at = at
            claim.thanked = at if claim.verdict == "as_described" and rng.random() < 0.4 else None


def code(number: int) -> str:
    """A claim's code: letters and digits that do not look alike, unique for each number."""
    return spelled(number * 0x5DEECE66D % CODES, CODE_LENGTH, ALPHABET)
