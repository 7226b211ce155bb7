"""Giveaways when several things happen at once, and when workers die."""

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from service.errors import Problem
from service.giveaways import draw, steps, views
from service.graph.probe import Address
from tests.support.crashing import KILLED, work, workers
from tests.support.giveaways import CLOSES, OPENS, REVEAL_BY, Host, weights
from tests.support.people import Answer, Person
from tests.support.together import together

CLOSING_QUERIES = 4  # begin, close, entries, seal
DRAWING_QUERIES = 5  # begin, urn, entries, reveal, award


def entered(host: Host) -> tuple[str, dict[str, Person]]:
    """An open giveaway that six people of all levels have entered."""
    people = host.people(**{f"level{n}": n for n in range(6)})
    giveaway = host.opened()
    host.enter(giveaway, *people.values())
    return giveaway, people


def foretold(host: Host, giveaway: str) -> list[str]:
    """The order in which the draw will come out, made by hand from what is known before the close."""
    rows = host.cypher.rows(
        "MATCH (g:Giveaway {id: $giveaway})<-[:IN]-(entry:Entry)<-[:ENTERED]-(user:User) "
        "RETURN entry {.pseudonym, .nonce, weight: g.odds[user.level]} AS entry",
        giveaway=giveaway,
    )
    entries = [draw.Entry.of(row["entry"]) for row in rows]
    seed = draw.seed(views.secret(host.keys, giveaway), draw.root(draw.leaves(entries)))
    return [entry.pseudonym for entry in draw.order(seed, entries)]


def state(host: Host, giveaway: str) -> tuple[bool, int, int]:
    """Whether it is closed, how many draws there are and how many entries have a place."""
    found = host.cypher.rows(
        "MATCH (g:Giveaway {id: $giveaway}) RETURN g.closed_at IS NOT NULL AS closed, "
        "COUNT { (g)-[:DREW]->() } AS draws, COUNT { (g)<-[:IN]-(e) WHERE e.place IS NOT NULL } AS places",
        giveaway=giveaway,
    )
    return found[0]["closed"], found[0]["draws"], found[0]["places"]


@pytest.mark.parametrize("queries", range(1, CLOSING_QUERIES + DRAWING_QUERIES + 1))
def test_a_draw_happens_once_whenever_a_worker_dies_and_however_many_work(
    host: Host, address: Address, queries: int
) -> None:
    giveaway, _ = entered(host)
    expected = foretold(host, giveaway)
    place = workers()

    def start(dies_after: int | None) -> Any:
        process = place.Process(target=work, args=(address, host.keys, CLOSES, dies_after))
        process.start()
        return process

    for _ in range(2 if queries <= CLOSING_QUERIES else 1):
        dying = start(queries)
        dying.join(60)
        assert dying.exitcode == KILLED
    assert state(host, giveaway) == (queries > CLOSING_QUERIES, 0, 0), "a step is whole or not at all"
    three = [start(None) for _ in range(3)]
    for worker in three:
        worker.join(60)
    assert [worker.exitcode for worker in three] == [0, 0, 0]
    assert state(host, giveaway) == (True, 1, 6)
    published = host.verified(giveaway)
    assert published["winners"] + published["alternates"] == expected
    assert published["replayed"] is True
    assert host.work(CLOSES + timedelta(days=1)) == 0
    assert host.verified(giveaway) == published


def test_workers_at_the_same_instant_take_each_step_once(host: Host) -> None:
    giveaway, _ = entered(host)
    expected = foretold(host, giveaway)
    step = partial(steps.advance, host.graph, host.keys, CLOSES)
    assert sum(taken for taken in together(*[step] * 5) if isinstance(taken, int)) == 2
    published = host.verified(giveaway)
    assert published["winners"] + published["alternates"] == expected


def test_a_step_that_is_not_due_is_not_taken(host: Host) -> None:
    giveaway, _ = entered(host)

    def taken(step: str, at: datetime) -> bool:
        return steps.take(host.graph, host.keys, giveaway, step, at)

    assert not any(taken(step, OPENS) for step in ("close", "draw", "void"))
    assert state(host, giveaway) == (False, 0, 0)
    assert taken("close", CLOSES)
    host.level("level0", 5)
    assert not taken("close", CLOSES)
    assert taken("draw", CLOSES)
    assert not any(taken(step, REVEAL_BY) for step in ("close", "draw", "void"))
    assert weights(host.verified(giveaway)) == [1, 2, 4, 6, 8, 10]


def test_of_connected_people_who_enter_at_once_one_is_in(host: Host) -> None:
    names = [f"p{n}" for n in range(6)]
    people = host.people(**dict.fromkeys(names, 0))
    for left, right in itertools.pairwise(names):
        host.connect(left, right, by=f"{left}+{right}")
    giveaway = host.opened()
    enter: list[Callable[[], Answer]] = [
        partial(person.put, f"/v1/giveaways/{giveaway}/entry") for person in people.values()
    ]
    answers = [answer.status_code for answer in together(*enter) if not isinstance(answer, Problem)]
    assert sorted(answers) == [200, 409, 409, 409, 409, 409]
    assert host.read(giveaway)["entrants"] == 1


def test_whoever_is_told_of_an_entry_takes_part_though_it_closes_at_that_moment(host: Host) -> None:
    people = host.people(**{f"p{n}": 0 for n in range(12)})
    giveaway = host.opened()

    def enter(name: str) -> str:
        host.graph.one(
            "giveaways/enter",
            me=name,
            giveaway=giveaway,
            pseudonym=views.pseudonym(host.keys, giveaway, name),
            nonce="00" * 16,
            op=name,
            now=CLOSES - timedelta(milliseconds=1),
        )
        return name

    def close() -> str:
        steps.advance(host.graph, host.keys, CLOSES)
        return ""

    works = [partial(enter, name) for name in people]
    told = together(*works[:6], close, *works[6:])
    let_in = [name for name in told if isinstance(name, str) and name]
    host.clock.at = CLOSES
    published = host.verified(giveaway)
    drawn = {entry["pseudonym"] for entry in published["entries"]}
    assert drawn == {views.pseudonym(host.keys, giveaway, name) for name in let_in}
    assert published["replayed"] is True
