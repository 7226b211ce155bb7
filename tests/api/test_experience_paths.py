"""Experience comes from publishing, friends' purchases, verdicts and helpful answers, and from nothing else.

Every route is called, successfully, in a world that has everything; every event of a platform is told
with little money and with much.
"""

import re

import pytest
from flask import Flask

from service.actions import levels
from service.actions.platform_events import HAPPENED
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.settings import ROOT
from tests.api.test_conventions import problem
from tests.support.bodies import IDS, Body
from tests.support.contract import METHODS
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.orders import Orders
from tests.support.people import PersonMaker

LEDGER = """MATCH (user:User)-[:GAINED]->(event:XpEvent)
RETURN user.id AS user, event.key AS key, event.kind AS kind, event.raw AS raw,
  event.matures_at AS matures_at, event.void_reason AS void_reason ORDER BY key"""
# Routes that write to the ledger, and nothing but this: a publication, a verdict, a helpful answer,
# an order, a review, a removed share.
WRITES = {
    "shares.publish",
    "shares.send_coupon",
    "wishes.answer",
    "claims.judge",
    "threads.helpful",
    "admin_reports.resolve",
    "admin_reports.act",
    "webhooks.receive",
    "purchases.pick",
    "admin_imports.orders",
    "admin_reviews.void",
    "admin_reviews.restore",
    "admin_reviews.void_window",
    "admin_reviews.restore_window",
}
# In this order: routes that create things others need, all other routes, routes that end the session.
FIRST = (
    "giveaways.propose",
    "admin_giveaways.review",
    "giveaways.enter",
    "threads.ask",
    "questions.ask",
    "reports.file",
    "invites.create",
    "wishes.make",
)
# Ids in answers that later routes need: the field of the answer, and the name in addresses.
MAKES = {
    "giveaways.propose": ("id", "giveaway"),
    "threads.ask": ("id", "thread"),
    "questions.ask": ("id", "question"),
    "reports.file": ("id", "report"),
    "invites.create": ("code", "code"),
    "wishes.make": ("id", "wish"),
}
QUERIES = {"users.find": "?handle=bob", "search.find": "?q=kettle"}
LAST = ("blocks.", "sessions.", "me.")
# The run must include these routes: friends, invitations, clicks, copies, sends, draws.
TAKEN = {
    "friend_requests.ask",
    "friend_requests.accept",
    "follows.follow",
    "shares.read",
    "shares.send",
    "claims.claim",
    "claims.lock",
    "claims.thank",
    "coupons.preview",
    "admin_imports.shops",
    "admin_imports.programs",
    "giveaways.propose",
    "giveaways.enter",
    "threads.ask",
    "threads.say",
    "threads.accept",
    "threads.mute",
    "questions.ask",
    "questions.listed",
    "reports.file",
    "admin_reports.listed",
    "invites.create",
    "invites.accept",
    "suggestions.listed",
    "suggestions.dismiss",
    "search.find",
    "trust.path",
    "wishes.make",
    "notifications.change",
    "saved.save",
    "hidden.hide",
    "circle.feed",
    "levels.mine",
    "users.shares",
}


@pytest.fixture
def world(graph: Graph, cypher: Cypher) -> Graph:
    """seeds/tiny, with every role for ada."""
    seeds.load(graph, ROOT / "seeds" / "tiny", fingerprint=lambda _kind, text: text)
    cypher.rows("MATCH (ada:User {id: 'ada'}) SET ada:Admin:Merchant:Analyst")
    cypher.rows("MATCH (user:User) SET user.level = 5")
    return graph


def routes(app: Flask) -> list[tuple[str, str, str]]:
    """(endpoint, method, address) of every route that does not write to the ledger, in a useful order."""
    matches = [
        (rule.endpoint, method, str(rule))
        for rule in app.url_map.iter_rules()
        for method in sorted(rule.methods or set())
        if method.lower() in METHODS and str(rule).startswith("/v1/") and rule.endpoint not in WRITES
    ]

    def place(route: tuple[str, str, str]) -> tuple[int, bool, bool, str]:
        endpoint, method, _ = route
        first = FIRST.index(endpoint) if endpoint in FIRST else len(FIRST)
        return first, endpoint.startswith(LAST), method == "DELETE", endpoint

    return sorted(matches, key=place)


def addresses(rule: str, ids: dict[str, list[str]]) -> list[str]:
    """The route's address with each fitting id, `ids` of earlier answers included."""
    names = re.findall(r"<(?:\w+:)?(\w+)>", rule)
    return [re.sub(r"<.*?>", value, rule) for value in (IDS | ids).get(names[0], [])] if names else [rule]


@pytest.mark.unchecked  # ada gives herself every role
def test_no_route_but_a_few_changes_a_ledger(
    world: Graph, app: Flask, person: PersonMaker, cypher: Cypher
) -> None:
    before, people = cypher.rows(LEDGER), ["ada", "bob", "cy", "dee", "gus", "ivy"]
    far = NOW + 60 * DAY
    worth = {user: levels.totals(world, user, far) for user in people}
    body, taken, ids = Body(app), set(), dict[str, list[str]]()
    ada = person("ada")
    bob, amy = person("bob"), person("amy")
    callers = {
        "giveaways.propose": bob,
        "admin_giveaways.review": amy,
        "threads.accept": bob,
        "invites.accept": amy,
    }
    for endpoint, method, rule in routes(app):
        for address in addresses(rule, ids):
            sent = body.of(method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule))
            query = QUERIES.get(endpoint, "")
            caller, key = callers.get(endpoint, ada), f"{endpoint} {address}"
            answer = caller.ask(method, address + query, sent, Idempotency_Key=key)
            if answer.status_code >= 400:
                problem(answer)
            else:
                taken.add(endpoint)
                if endpoint in MAKES:
                    field, name = MAKES[endpoint]
                    ids.setdefault(name, []).append(answer.json[field])
            if method != "GET":
                assert cypher.rows(LEDGER) == before, (method, address)
    assert cypher.rows(LEDGER) == before
    assert TAKEN - taken == set()
    assert len(taken) > len({endpoint for endpoint, _, _ in routes(app)}) * 3 // 4
    assert {user: levels.totals(world, user, far) for user in people} == worth


@pytest.mark.parametrize("paid", [1_000, 20_000, 10_000_000])
def test_no_event_of_a_platform_gives_more_for_more_money(
    paid: int, given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    orders = Orders(graph, now=NOW)
    orders.link("ada")
    kinds = [kind.removeprefix("purchase.") for kind in HAPPENED]
    assert sorted(kinds) == ["cancelled", "completed", "refunded", "verified"]
    orders.tell("verified", at=NOW - 2 * DAY, paid=paid)
    assert cypher.rows(LEDGER) == []
    orders.tell("completed", at=NOW - DAY, paid=paid)
    orders.tell("completed", "o-2", at=NOW - DAY, paid=paid, word="lamp")
    gained = [(row["user"], row["kind"], row["raw"], row["void_reason"]) for row in cypher.rows(LEDGER)]
    assert gained == [("bob", "friend_purchase", 30, None)]
    assert levels.totals(graph, "bob", NOW + 9 * DAY)["xp"] == 30
    assert levels.totals(graph, "ada", NOW + 9 * DAY)["xp"] == 0
    orders.tell("refunded", at=NOW, paid=paid, refunded_fen=paid)
    assert [row["void_reason"] for row in cypher.rows(LEDGER)] == ["refunded"]
    assert levels.totals(graph, "bob", NOW + 9 * DAY)["xp"] == 0


def test_four_queries_write_the_ledger_each_its_own_kind(graph: Graph) -> None:
    writes = re.compile(r"(?:MERGE|CREATE)[^\n]*:XpEvent[^\n]*?'(\w+):")
    matches = {name: writes.findall(query.text) for name, query in graph.catalogue.items()}
    del matches["seed/xp_event"]
    assert {name: keys for name, keys in matches.items() if keys} == {
        "levels/publish": ["pub"],
        "levels/friend_purchase": ["buy"],
        "levels/helpful": ["help"],
        "levels/answer": ["ans"],
    }


def test_no_query_of_experience_looks_at_money_or_invitations(graph: Graph) -> None:
    unpaid = re.compile(r"_fen\b|\bprice|:(FRIEND|ASKED|FOLLOWS|REACHES|SENT_TO|ENTERED)\b")
    folds = [query for name, query in graph.catalogue.items() if name.startswith("levels/")]
    assert len(folds) > 10
    assert [query.name for query in folds if unpaid.search(query.text)] == []
