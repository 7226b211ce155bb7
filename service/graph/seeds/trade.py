"""The rules of purchases, coupons, shares, claims and the ledger that a seed file could break."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from service.graph.seeds.files import Row
from service.graph.seeds.world import World

Fault = tuple[Row, str, str]

REDEEMED, RELEASED = "purchase-REDEEMED-claim", "purchase-RELEASED-claim"
IN_ORDER = {
    "program": ("starts_at", "ends_at"),
    "purchase": ("recorded_at", "verified_at", "completed_at", "refunded_at"),
    "coupon": ("earned_at", "claim_by", "use_until"),
    "share": ("published_at", "edited_at"),
    "claim": ("claimed_at", "use_by"),
    "user-ASKED-user": ("at", "expires_at"),
    "xp_event": ("occurred_at", "matures_at"),
    "thread": ("opened_at", "accepted_at", "helpful_at"),
    "question": ("at", "answered_at"),
}
CAUSES = {"publish": "share", "friend_purchase": "purchase", "helpful": "claim", "answer": "thread"}
DEGREES = {"friend": 1, "circle": 2, "follow": None, "direct": None}


def _platform(world: World, row: Row) -> str:
    return world.get("shop", row["shop"]).text("platform")


# File -> the column at fault, and the key that no two nodes may share.
NATURAL: dict[str, tuple[str, Callable[[World, Row], str]]] = {
    "user": ("handle", lambda _, row: row.text("handle")),
    "platform_account": ("external_id", lambda _, row: f"{row['platform']}:{row['external_id']}"),
    "shop": ("external_id", lambda _, row: f"{row['platform']}:{row['external_id']}"),
    "product": ("external_id", lambda world, row: f"{_platform(world, row)}:{row['external_id']}"),
    "purchase": ("order_id", lambda world, row: f"{_platform(world, row)}:{row['order_id']}"),
    "coupon": ("purchase", lambda _, row: row.text("purchase")),
    "claim": ("code", lambda _, row: row.text("code")),
}


def natural_keys(world: World) -> Iterator[Fault]:
    """A handle, a platform's own id, a code and a purchase's coupon belong to one row each."""
    for file, (column, natural) in NATURAL.items():
        new = [(row, natural(world, row)) for row in world.new(file)]
        holders = world.holders(file, {key for _, key in new}) if new else {}
        for row, key in new:
            if (holder := holders.setdefault(key, row.text("id"))) != row["id"]:
                yield row, column, f"belongs to {holder}"


def in_order(world: World) -> Iterator[Fault]:
    """A later event has a later instant."""
    for file, names in IN_ORDER.items():
        for row in world.new(file):
            known = [(name, moment) for name in names if (moment := row.at(name))]
            for (before, first), (name, second) in pairwise(known):
                if second < first:
                    yield row, name, f"is before {before}"


def purchases(world: World) -> Iterator[Fault]:
    """The product is of the shop; an order is completed or cancelled; no refund is above the price paid."""
    for row in world.new("purchase"):
        if world.get("product", row["product"])["shop"] != row["shop"]:
            yield row, "product", f"is not sold by {row['shop']}"
        if row["cancelled_at"] and row["completed_at"]:
            yield row, "cancelled_at", "the purchase is completed"
        if row["refunded_at"] and not row["completed_at"]:
            yield row, "refunded_at", "the purchase is not completed"
        if row.number("refunded_fen") > row.number("paid_fen"):
            yield row, "refunded_fen", "is more than was paid"


def coupons(world: World) -> Iterator[Fault]:
    """Earned by a completed purchase of enough, under a program of its shop and within its quota."""
    least = world.limit("min_paid_fen") if world.new("coupon") else 0
    for row in world.new("coupon"):
        purchase, program = world.get("purchase", row["purchase"]), world.get("program", row["program"])
        if not (completed := purchase.at("completed_at")):
            yield row, "purchase", "is not completed"
        elif (earned := row.at("earned_at")) and earned < completed:
            yield row, "earned_at", "is before the purchase was completed"
        if purchase.number("paid_fen") < least:
            yield row, "purchase", f"paid less than {least} fen"
        if purchase["shop"] != program["shop"]:
            yield row, "program", f"is not run by {purchase['shop']}"
        if row.number("quota") > program.number("quota"):
            yield row, "quota", f"is more than the program's {program['quota']}"


def shares(world: World) -> Iterator[Fault]:
    """Published after the coupon was earned, with its quota fixed; to everybody by creators only."""
    for row in world.new("share"):
        coupon = world.get("coupon", row["coupon"])
        published, earned = row.at("published_at"), coupon.at("earned_at")
        if published and earned and published < earned:
            yield row, "published_at", "is before the coupon was earned"
        if published and coupon["quota"] is None:
            yield row, "coupon", "has no quota"
        roles = world.get("user", world.owner_of(row["coupon"]))["roles"]
        if row["audience"] == "public" and (not isinstance(roles, list) or "Creator" not in roles):
            yield row, "audience", "is for creators only"


def claims(world: World) -> Iterator[Fault]:
    """Of another person's published coupon, once each, in time, and no more than the quota."""
    for row in world.new("claim"):
        share, coupon = world.get("share", row["share"]), world.get("coupon", world.coupon_of(row))
        claimed, claim_by = row.at("claimed_at"), coupon.at("claim_by")
        published = share.at("published_at")
        if world.owner_of(coupon["id"]) == row["user"]:
            yield row, "user", "earned this coupon"
        if not published or (claimed and claimed < published):
            yield row, "claimed_at", "is before the share was published"
        if claimed and claim_by and claimed >= claim_by:
            yield row, "claimed_at", "is after the coupon's claim_by"
        if row["degree"] != DEGREES[row.text("via")]:
            yield row, "degree", f"cannot be via {row['via']}"


def quotas(world: World) -> Iterator[Fault]:
    """One claim per coupon and person; no more live ones than the quota."""
    holder: dict[tuple[str, str], object] = {}
    live: Counter[str] = Counter()
    for row in world.rows("claim"):
        coupon = world.coupon_of(row)
        if holder.setdefault((coupon, row.text("user")), row["id"]) != row["id"] and row.line:
            yield row, "user", f"has the claim {holder[coupon, row.text('user')]} on this coupon"
        if not row["returned_at"] and not row["revoked_at"]:
            live[coupon] += 1
    for row in world.new("claim"):
        coupon = world.coupon_of(row)
        if live[coupon] > (quota := world.get("coupon", coupon).number("quota")):
            yield row, "share", f"{coupon} has {live.pop(coupon)} live claims, more than its quota {quota}"


def redemptions(world: World) -> Iterator[Fault]:
    """One purchase uses one claim, and one claim is used by one purchase."""
    used: dict[tuple[str, object], Row] = {}
    for row in world.rows(REDEEMED):
        for name, other in (("purchase", "claim"), ("claim", "purchase")):
            if (first := used.setdefault((name, row[name]), row)) is not row:
                yield row, name, f"is joined to {first[other]}"


def claims_used(world: World) -> Iterator[Fault]:
    """The claimer's own purchase, at the coupon's shop, after the claim."""
    for row in (*world.new(REDEEMED), *world.new(RELEASED)):
        purchase, claim = world.get("purchase", row["purchase"]), world.get("claim", row["claim"])
        coupon = world.get("coupon", world.coupon_of(claim))
        recorded, claimed = purchase.at("recorded_at"), claim.at("claimed_at")
        if purchase["user"] != claim["user"]:
            yield row, "claim", "belongs to somebody else"
        if purchase["shop"] != world.get("purchase", coupon["purchase"])["shop"]:
            yield row, "claim", "is good at another shop"
        if recorded and claimed and recorded < claimed:
            yield row, "claim", "was taken after the purchase"
        if row.file == REDEEMED and purchase["cancelled_at"]:
            yield row, "purchase", "was cancelled"


def ledger(world: World) -> Iterator[Fault]:
    """Every line names its one cause."""
    for row in world.new("xp_event"):
        named = [cause for cause in CAUSES.values() if row[cause]]
        if named != [wanted := CAUSES[row.text("kind")]]:
            yield row, wanted, f"a {row['kind']} line names its {wanted} and nothing else"


RULES = (natural_keys, in_order, purchases, coupons, shares, claims, quotas, redemptions, claims_used, ledger)
