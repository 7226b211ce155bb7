"""An order, the coupon that it earned, the coupon's share, and a claim on it."""

from dataclasses import dataclass

from service.town.market import Product, Shop
from service.town.people import Person


@dataclass(slots=True)
class Order:
    """A purchase; instants are seconds from the anchor, None for events that have not happened."""

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
    """The coupon of a completed purchase; instants are seconds from the anchor."""

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
    """A published coupon, with its audience and the instants that end it."""

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
        """The end of claiming: by the share, by its coupon, or at the anchor, the end of the history."""
        return min(0, self.coupon.claim_by, *(at for at in (self.withdrawn, self.held, self.removed) if at))


@dataclass(slots=True)
class Claim:
    """A claim on a share; a cancelled order moves its `use_by`."""

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
        """The claimed coupon."""
        return self.share.coupon
