"""The trade of a town: every purchase in the order of time, with its coupon, share and claims."""

import heapq
from collections import Counter
from dataclasses import replace
from random import Random

from service.town.claiming import Claims
from service.town.clock import DAY, HOUR, MINUTE, waking
from service.town.deals import Claim, Coupon, Order
from service.town.market import BUDGET, CURRENCY, Product, Shop
from service.town.people import People, Person
from service.town.plan import SHARES
from service.town.sharing import Sharing
from service.town.tables import Tables

PER_PERSON, DAYS = 5.3, 165
LOCAL_TASTE = 0.55  # the chance that people buy where their community buys
CANCELLED, REFUNDED, PARTLY, IMPORTED = 0.035, 0.04, 0.01, 0.06
LEAST_FEN = 1000


class Trade:
    """Runs the town and writes its purchases; `Sharing` and `Claims` write the rest."""

    def __init__(
        self,
        rng: Random,
        people: People,
        shops: list[Shop],
        sharing: Sharing,
        claims: Claims,
        tables: Tables,
        first: int,
    ) -> None:
        self._rng = rng
        self._people = people
        self._shops = shops
        self._sharing = sharing
        self._claims = claims
        self._tables = tables
        self._number = first
        self._budgets: Counter[tuple[str, int]] = Counter()
        self._waiting: list[tuple[int, int, Claim]] = []

    def run(self, shares: float) -> None:
        """Write all purchases of the last DAYS days, enough for so many `shares` per person."""
        rng, everyone = self._rng, self._people.everyone
        count = int(PER_PERSON * shares / SHARES * len(everyone))
        moments = sorted(waking(rng, -DAYS * DAY * (1 - rng.random() ** 0.75)) for _ in range(count))
        cumulative, total = [], 0.0
        for person in everyone:
            total += person.buys
            cumulative.append(total)
        buyers = rng.choices(everyone, cum_weights=cumulative, k=count)
        for at, buyer in zip(moments, buyers, strict=True):
            self._use_claims(before=at)
            if buyer.created < at < buyer.gone:
                shop = self._shop(buyer)
                self._buy(buyer, shop, rng.choice(shop.products), at, None)
        if self._people.newcomer is not None:
            self._newcomer_buys(everyone[self._people.newcomer])
        self._use_claims(before=0)

    def _shop(self, buyer: Person) -> Shop:
        rng, shops = self._rng, self._shops
        if rng.random() < LOCAL_TASTE:
            return shops[(buyer.community * 31 + rng.randrange(8) * 7) % len(shops)]
        return shops[int(len(shops) * rng.random() ** 1.15)]

    def _newcomer_buys(self, newcomer: Person) -> None:
        """One purchase, delivered last week: the newcomer can publish its coupon."""
        shop = next(shop for shop in self._shops if shop.platform == "jd" and not shop.program.heroes)
        self._buy(newcomer, shop, shop.products[0], -10 * DAY, None, certain=True)

    def _use_claims(self, before: int) -> None:
        """Make the purchases that use claims, up to an instant."""
        while self._waiting and self._waiting[0][0] < before:
            at, _, claim = heapq.heappop(self._waiting)
            product = self._wanted(claim)
            if product is None or at >= claim.me.gone:
                self._claims.write_claim(claim)
            else:
                self._buy(claim.me, claim.coupon.shop, product, at, claim)

    def _wanted(self, claim: Claim) -> Product | None:
        """A product of the shop for the claim, mostly that of the share; None if none is dear enough."""
        shop = claim.coupon.shop
        dear = [each for each in shop.products if each.price_fen >= shop.program.min_spend_fen]
        if claim.coupon.product in dear and self._rng.random() < 0.55:
            return claim.coupon.product
        return self._rng.choice(dear) if dear else None

    def _buy(
        self,
        buyer: Person,
        shop: Shop,
        product: Product,
        at: int,
        claim: Claim | None,
        *,
        certain: bool = False,
    ) -> None:
        self._number += 1
        paid = product.price_fen if claim is None else product.price_fen - shop.program.off(product.price_fen)
        order = self._order(Order(f"order-{self._number}", buyer, shop, product, at, paid), certain)
        self._write(order, self._rng.random() < IMPORTED)
        if order.completed is not None:
            self._earn(order, order.completed)
        if claim is not None:
            self._claims.used(claim, order.id, order.completed, order.cancelled, order.refunded)

    def _order(self, order: Order, certain: bool) -> Order:
        """The order with its outcome by the anchor."""
        rng = self._rng
        verified = order.at + rng.randrange(20, 180)
        completed, chance = order.at + self._delivery(order.product), 1.0 if certain else rng.random()
        if chance < CANCELLED:
            return replace(
                order, verified=verified, cancelled=_past(order.at + rng.randrange(HOUR // 2, 20 * HOUR))
            )
        refunded = completed + rng.randrange(DAY, 9 * DAY) if chance < CANCELLED + REFUNDED else None
        partly = order.paid_fen // 5 if refunded is None and rng.random() < PARTLY else None
        return replace(
            order,
            verified=verified,
            completed=_past(completed),
            refunded=_past(refunded),
            refunded_fen=order.paid_fen if _past(refunded) else partly if _past(completed) else None,
        )

    def _delivery(self, product: Product) -> int:
        if product.family.category == "takeaway":
            return self._rng.randrange(25, 60) * MINUTE
        return self._rng.randrange(40, 190) * HOUR

    def _earn(self, order: Order, completed: int) -> None:
        program = order.shop.program
        month = (completed + 8 * HOUR) // (28 * DAY)
        if (
            order.paid_fen < LEAST_FEN
            or not program.starts <= completed
            or (program.heroes and order.product.id not in program.heroes)
            or (program.monthly_budget and self._budgets[order.shop.id, month] >= BUDGET // 3)
        ):
            return
        self._budgets[order.shop.id, month] += 1
        claim_by = completed + program.claim_days * DAY
        claim_by = claim_by if program.ends is None else min(claim_by, program.ends)
        coupon = Coupon(
            f"coupon-{self._number}",
            order.id,
            order.buyer,
            order.shop,
            order.product,
            completed,
            claim_by,
            claim_by + program.use_days * DAY,
            order.refunded,
        )
        for at, claim in self._sharing.offer(coupon):
            heapq.heappush(self._waiting, (at, claim.number, claim))

    def _write(self, order: Order, imported: bool) -> None:
        at = self._tables.at
        self._tables.write(
            "purchase",
            id=order.id,
            user=order.buyer.id,
            shop=order.shop.id,
            product=order.product.id,
            order_id=f"o{self._number:08}",
            recorded_at=at(order.at),
            verified_at=at(_past(order.verified)),
            completed_at=at(order.completed),
            cancelled_at=at(order.cancelled),
            refunded_at=at(order.refunded),
            paid_fen=order.paid_fen,
            refunded_fen=order.refunded_fen,
            currency=CURRENCY,
            evidence="import" if imported else "webhook",
        )


def _past(at: int | None) -> int | None:
    """The instant if it is before the anchor, else None."""
    return at if at is not None and at < 0 else None
