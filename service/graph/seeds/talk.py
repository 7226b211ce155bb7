"""The rules of threads, messages and questions that a seed file could break."""

from collections.abc import Iterator

from service.graph.seeds.files import Row
from service.graph.seeds.world import World

Fault = tuple[Row, str, str]


def askers(world: World) -> Iterator[Fault]:
    """Nobody asks about their own share, and a person has one thread about a share."""
    had: dict[tuple[str, str], object] = {}
    for file in ("thread", "question"):
        for row in world.new(file):
            if row["asker"] == _publisher(world, row):
                yield row, "asker", "published this share"
    for row in world.new("thread"):
        first = had.setdefault((row.text("share"), row.text("asker")), row["id"])
        if first != row["id"]:
            yield row, "asker", f"has the thread {first} about this share"


def messages(world: World) -> Iterator[Fault]:
    """Only the two people of a thread write in it; a request that is not accepted is one message."""
    said: dict[str, int] = {}
    for row in world.new("message"):
        thread = world.get("thread", row["thread"])
        if row["user"] not in {thread["asker"], _publisher(world, thread)}:
            yield row, "user", "is not one of the two"
        said[thread.text("id")] = said.get(thread.text("id"), 0) + 1
    for row in world.new("thread"):
        count = said.get(row.text("id"), 0)
        if not count or (count > 1 and not row["accepted_at"]):
            yield row, "id", f"holds {count} messages"


def answers(world: World) -> Iterator[Fault]:
    """An answer has its instant."""
    for row in world.new("question"):
        if (row["answer"] is None) != (row["answered_at"] is None):
            yield row, "answered_at", "goes with the answer"


def _publisher(world: World, row: Row) -> str:
    return world.owner_of(world.get("share", row["share"])["coupon"])


RULES = (askers, messages, answers)
