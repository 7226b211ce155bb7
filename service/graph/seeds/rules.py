"""The rules of the domain that a seed file could break, checked before the first write."""

from service.graph.seeds import people as seed_people
from service.graph.seeds import talk as seed_talk
from service.graph.seeds import trade as seed_trade
from service.graph.seeds.world import World

RULES = (*seed_people.RULES, *seed_trade.RULES, *seed_talk.RULES)


def check(world: World) -> None:
    """Add a fault for every row that breaks a rule; the references must be valid already."""
    _fetch_neighbours(world)
    for rule in RULES:
        for row, column, why in rule(world):
            world.folder.fault(row, column, why)


def _fetch_neighbours(world: World) -> None:
    """Fetch the stored rows that the rules need beside the folder."""
    people = {
        row.text(name)
        for file, other in seed_people.OTHERS.items()
        for row in world.new(file)
        for name in ("user", other)
    }
    world.fetch(seed_people.FRIENDS, users=people)
    world.fetch(seed_people.BLOCKS, users=people)
    world.fetch("claim", coupons={world.coupon_of(row) for row in world.new("claim")})
    redeemed = world.new(seed_trade.REDEEMED)
    world.fetch(seed_trade.REDEEMED, purchases={row.text("purchase") for row in redeemed})
    world.fetch(seed_trade.REDEEMED, claims={row.text("claim") for row in redeemed})
