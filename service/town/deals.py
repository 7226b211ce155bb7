"""A purchase, the coupon that it earned, a publication of it, and a friend's copy."""

from dataclasses import dataclass

from service.town.market import Product, Shop
from service.town.people import Person


@dataclass(slots=True)
class Order:
    """A purchase; instants are seconds from the anchor, None for what has not happened."""

    id: str
    buyer: Person
    shop: Shop
    product: Product
    at: int
    paid_fen: int
    verified: int | None = None
    completed: int | None = None
    cancelled: int | None = None
    refunded: int | None = None
    refunded_fen: int | None = None


@dataclass(slots=True)
class Coupon:
    """What a completed purchase earned; instants are seconds from the anchor."""

    id: str
    purchase: str
    owner: Person
    shop: Shop
    product: Product
    earned: int
    claim_by: int
    use_until: int
    revoked: int | None


@dataclass(slots=True)
class Share:
    """A published coupon: who may see it, and until when it can be claimed."""

    id: str
    coupon: Coupon
    audience: str
    published: int
    withdrawn: int | None
    held: int | None
    removed: int | None
    sent_to: tuple[int, ...]

    @property
    def ends(self) -> int:
        """When it can be claimed no more: by itself, by its coupon, or because the tale ends."""
        return min(0, self.coupon.claim_by, *(at for at in (self.withdrawn, self.held, self.removed) if at))


@dataclass(slots=True)
class Claim:
    """A friend's copy; `use_by` moves when an order is cancelled."""

    number: int
    share: Share
    me: Person
    at: int
    use_by: int
    via: str
    bridges: int
    friends_since: int | None
    returned: int | None = None
    verdict: str | None = None
    verdict_at: int | None = None
    thanked: int | None = None

    @property
    def coupon(self) -> Coupon:
        """What it is a copy of."""
        return self.share.coupon
