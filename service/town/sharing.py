"""Shares: which coupons people publish, and with which note."""

from collections import defaultdict
from random import Random

from service.town.claiming import Claims
from service.town.clock import DAY, HOUR, waking
from service.town.deals import Claim, Coupon, Share
from service.town.friends import Friends
from service.town.ledger import Ledger
from service.town.notes import Notes
from service.town.people import People
from service.town.tables import Tables

BEGINNERS_QUOTA, NEXT_QUOTA, PUBLICATIONS_TO_NEXT = 5, 8, 4
SELDOM = {"furniture": 0.05, "garden": 0.05, "health": 0.05}  # categories that people buy but rarely share
SOON = {"takeaway": 0.4, "fruit": 4}  # days until most people write; longer for durable goods


class Sharing:
    """Publishes coupons, and lets `Claims` draw the claims on them."""

    def __init__(
        self, rng: Random, people: People, friends: Friends, claims: Claims, ledger: Ledger, tables: Tables
    ) -> None:
        self._rng = rng
        self._people = people
        self._friends = friends
        self._claims = claims
        self._ledger = ledger
        self._tables = tables
        self._notes = Notes(rng)
        self._matures: defaultdict[int, dict[str, int]] = defaultdict(dict)
        self.open: list[Share] = []  # open for claims at the anchor
        self.of_guests: list[Coupon] = []  # guests' coupons that are published, or can be, at the anchor

    def offer(self, coupon: Coupon) -> list[tuple[int, Claim]]:
        """Write the coupon and perhaps publish it; returns (when, claim) for each claim to be used."""
        published = self._published(coupon)
        if coupon.owner.number in self._people.guests and coupon.claim_by > DAY and coupon.revoked is None:
            self.of_guests.append(coupon)
        quota = None if published is None else self._quota(coupon, published)
        self._write_coupon(coupon, quota)
        if published is None or quota is None:
            return []
        share = self._share(coupon, published)
        self._ledger.published(share)
        if not coupon.revoked and not share.removed:
            matures = max(published + DAY, coupon.earned + 7 * DAY)
            self._matures[coupon.owner.number].setdefault(coupon.shop.id, matures)
        return self._claims.hand_out(share, quota)

    def _published(self, coupon: Coupon) -> int | None:
        """When the owner publishes the coupon, or None."""
        category = coupon.product.family.category
        if self._rng.random() > coupon.owner.shares * SELDOM.get(category, 1):
            return None
        quick = SOON.get(category, 16) * DAY
        at = waking(self._rng, coupon.earned + HOUR + self._rng.lognormvariate(0, 0.8) * quick)
        latest = min(-HOUR, coupon.claim_by - 5 * DAY, coupon.revoked or 0, coupon.owner.gone)
        return at if coupon.earned < at < latest else None

    def _quota(self, coupon: Coupon, published: int) -> int:
        """The smaller quota of program and level; four matured publications of four shops reach level 1."""
        matured = sum(at < published for at in self._matures[coupon.owner.number].values())
        level = NEXT_QUOTA if matured >= PUBLICATIONS_TO_NEXT else BEGINNERS_QUOTA
        return min(level, coupon.shop.program.quota)

    def _share(self, coupon: Coupon, published: int) -> Share:
        rng, friends = self._rng, self._friends.of[coupon.owner.number]
        creator = "Creator" in coupon.owner.roles
        audience = rng.choices(("friends", "circle", "public", "direct"), (14, 80, 160 if creator else 0, 5))[
            0
        ]
        wanted = rng.randint(1, 3) if audience == "direct" else rng.choice((0, 0, 0, 0, 0, 0, 1, 2))
        known = [
            number for number in friends if self._friends.since(coupon.owner.number, number) <= published
        ]
        sent_to = tuple(rng.sample(known, min(wanted, len(known))))
        later = waking(rng, published + rng.uniform(1, 15) * DAY)
        fate = (
            rng.choices(("live", "withdrawn", "held", "removed"), (955, 30, 9, 6))[0]
            if published < later
            else "live"
        )
        withdrawn = coupon.revoked if coupon.revoked else later if fate == "withdrawn" else None
        share = Share(
            id=f"share-{coupon.id.removeprefix('coupon-')}",
            coupon=coupon,
            audience=audience,
            published=published,
            withdrawn=withdrawn,
            held=later if fate == "held" else None,
            removed=later if fate == "removed" else None,
            sent_to=sent_to,
        )
        self._write_share(share)
        if share.ends == 0 and coupon.owner.gone > 0:
            self.open.append(share)
        return share

    def _write_coupon(self, coupon: Coupon, quota: int | None) -> None:
        at = self._tables.at
        self._tables.write(
            "coupon",
            id=coupon.id,
            purchase=coupon.purchase,
            program=f"{coupon.shop.id}-program",
            quota=quota,
            earned_at=at(coupon.earned),
            claim_by=at(coupon.claim_by),
            use_until=at(coupon.use_until),
            revoked_at=at(coupon.revoked),
        )

    def _write_share(self, share: Share) -> None:
        at, coupon = self._tables.at, share.coupon
        days = max(1, (share.published - coupon.earned) // DAY)
        note, cons = self._notes.write(coupon.product.family, coupon.owner.locale, days)
        edited = waking(self._rng, share.published + 2 * DAY)
        edited_at = edited if self._rng.random() < 0.06 and share.published < edited < share.ends else None
        self._tables.write(
            "share",
            id=share.id,
            coupon=coupon.id,
            note=note,
            cons=cons,
            used_for_days=days,
            audience=share.audience,
            published_at=at(share.published),
            edited_at=at(edited_at),
            withdrawn_at=at(share.withdrawn),
            held_at=at(share.held),
            removed_at=at(share.removed),
            ad_label=self._tables.yes(True),
        )
        if edited_at is not None:
            before = {"note": note, "cons": None, "used_for_days": days}
            self._tables.write("revision", share=share.id, replaced_at=at(edited_at), **before)
        for number in share.sent_to:
            user = self._people.everyone[number].id
            self._tables.write("share-SENT_TO-user", share=share.id, user=user, at=at(share.published))
