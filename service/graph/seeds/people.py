"""The rules of people and their relationships that a seed file could break."""

from collections import defaultdict
from collections.abc import Iterator

from service.graph.seeds.files import Row
from service.graph.seeds.world import World

Fault = tuple[Row, str, str]

FRIENDS, BLOCKS, ASKED, FOLLOWS = (
    "user-FRIEND-user",
    "user-BLOCKS-user",
    "user-ASKED-user",
    "user-FOLLOWS-user",
)
OTHERS = {
    FRIENDS: "friend",
    BLOCKS: "blocked",
    ASKED: "asked",
    FOLLOWS: "creator",
    "user-MUTES-user": "muted",
    "user-REFUSES_FROM-user": "sender",
    "user-DISMISSED-user": "dismissed",
}
ROLES = ((FOLLOWS, "creator", "Creator"), ("user-MANAGES-shop", "user", "Merchant"))


def folded_handles(world: World) -> Iterator[Fault]:
    """Handles are stored folded, so that equal handles match."""
    for row in world.new("user"):
        if row["handle"] != row.text("handle").casefold():
            yield row, "handle", "is not in lower case"


def no_selves(world: World) -> Iterator[Fault]:
    """Nobody is their own friend, nor follows, blocks, asks, mutes, refuses or dismisses themselves."""
    for file, other in OTHERS.items():
        for row in world.new(file):
            if row["user"] == row[other]:
                yield row, other, "is the same person"


def friendships(world: World) -> Iterator[Fault]:
    """Once each, and at most so many each."""
    friends: dict[str, set[str]] = defaultdict(set)
    for row in world.new(FRIENDS):
        if row["friend"] in friends[row.text("user")]:
            yield row, "friend", "is a friend already, the other way round"
        _join(friends, row)
    for row in world.rows(FRIENDS):
        _join(friends, row)
    most = world.limit("friends") if friends else 0
    for row in world.new(FRIENDS):
        for name in ("user", "friend"):
            if len(had := friends[row.text(name)]) > most:
                yield row, name, f"{row[name]} has {len(had)} friends, more than {most}"
                had.clear()


def blocks(world: World) -> Iterator[Fault]:
    """A block ends every tie between two people."""
    blocked = {_pair(row, "blocked") for row in world.rows(BLOCKS)}
    for file in (FRIENDS, ASKED, FOLLOWS):
        for row in world.new(file):
            if _pair(row, OTHERS[file]) in blocked:
                yield row, OTHERS[file], "one of the two blocks the other"


def no_ties_left(world: World) -> Iterator[Fault]:
    """Friends neither request each other again nor block each other."""
    friends = {_pair(row, "friend") for row in world.rows(FRIENDS)}
    for file in (BLOCKS, ASKED):
        for row in world.new(file):
            if _pair(row, OTHERS[file]) in friends:
                yield row, OTHERS[file], "is a friend"


def roles(world: World) -> Iterator[Fault]:
    """People follow creators, and merchants manage shops."""
    for file, name, role in ROLES:
        for row in world.new(file):
            had = world.get("user", row[name])["roles"]
            if not isinstance(had, list) or role not in had:
                yield row, name, f"is no {role}"


def _join(friends: dict[str, set[str]], row: Row) -> None:
    friends[row.text("user")].add(row.text("friend"))
    friends[row.text("friend")].add(row.text("user"))


def _pair(row: Row, other: str) -> frozenset[str]:
    return frozenset((row.text("user"), row.text(other)))


RULES = (folded_handles, no_selves, friendships, blocks, no_ties_left, roles)
