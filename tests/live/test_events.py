"""Live delivery over a real service of two processes."""

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import httpx
import pytest

from service.actions.accounts import open_session
from service.graph.client import Graph
from tests.support.given import Given
from tests.support.listening import BUSY, Listener
from tests.support.processes import SECONDS
from tests.support.running import Running

AT_ONCE = 15  # s, on a busy machine; a stream that is waited for stays open for minutes
NOTE = "I have used this kettle every day for a month and would buy it again."


class Town:
    """A running service, the graph under it, and everybody's token."""

    def __init__(self, service: Running, graph: Graph) -> None:
        self.service, self.graph = service, graph
        self.given = Given(graph)

    def draw(self, drawing: str) -> None:
        """People and friendships as `given` draws them, the accounts not new."""
        self.given(drawing)
        for name in re.findall(r"\((\w+)\)", drawing):
            self.given.user(name, created_at=datetime.now(UTC) - timedelta(days=400))

    def token(self, name: str) -> str:
        return open_session(self.graph, name, "test", datetime.now(UTC))

    def listen(self, token: str, last_id: str | None = None) -> Listener:
        return Listener(self.service.url, token, last_id)

    def ask(self, token: str, method: str, path: str, json: object = None, **headers: str) -> httpx.Response:
        """One request on a connection of its own, so that any process may answer it."""
        named = {"Authorization": f"Bearer {token}", **{k.replace("_", "-"): v for k, v in headers.items()}}
        asked = partial(
            httpx.request, method, f"{self.service.url}{path}", json=json, headers=named, timeout=SECONDS
        )
        while (answer := asked()).status_code == BUSY:
            time.sleep(0.1)
        return answer

    def publish(self, token: str, coupon: str) -> None:
        asked = {"coupon_id": coupon, "note": NOTE, "audience": "circle"}
        answer = self.ask(token, "POST", "/v1/shares", asked, Idempotency_Key=f"publish-{coupon}")
        assert answer.status_code == 201, answer.text

    def coupon(self, owner: str, word: str) -> str:
        now = datetime.now(UTC)
        later = {"earned_at": now - timedelta(days=1), "claim_by": now + timedelta(days=9)}
        return self.given.coupon(owner, word, use_until=now + timedelta(days=20), **later)


@pytest.fixture(scope="module")
def town(
    prepared: Graph, empty_database: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Town]:
    """A running service of two worker processes."""
    with Running(tmp_path_factory.mktemp("events"), empty_database) as service:
        yield Town(service, prepared)


def test_a_share_is_told_to_friends_of_friends_and_to_nobody_else(town: Town) -> None:
    town.draw("(a1)-[:FRIEND]->(b1)-[:FRIEND]->(c1)-[:FRIEND]->(d1)")
    coupon, publisher = town.coupon("a1", "a1-kettle"), town.token("a1")
    listening = [town.listen(town.token("c1")) for _ in range(4)]  # so many that both processes hold some
    with listening[0], listening[1], listening[2], listening[3], town.listen(town.token("d1")) as outsider:
        for each in listening:
            assert each.next("unread") == {"count": 0}
        town.publish(publisher, coupon)
        for each in listening:
            assert each.next("circle") == {"count": 1}
        assert outsider.next("unread") == {"count": 0}
        assert outsider.silent()


def test_who_comes_back_with_the_last_id_misses_nothing_and_hears_nothing_twice(town: Town) -> None:
    town.draw("(a2)-[:FRIEND]->(b2) (x2) (y2) (z2)")
    listener, publisher = town.token("b2"), town.token("a2")
    askers = {name: town.token(name) for name in ("x2", "y2", "z2")}
    last_id: str | None = None
    for name, token in askers.items():
        if last_id is not None:
            assert town.ask(token, "POST", "/v1/friend-requests", {"to": "b2"}).status_code == 201
        with town.listen(listener, last_id) as stream:
            if last_id is None:
                stream.next("unread")
                town.ask(token, "POST", "/v1/friend-requests", {"to": "b2"})
            told = stream.next("notification")
            assert told == {"key": f"b2:friend_request:{name}", "kind": "friend_request", "count": 1}
            stream.next("unread")
            last_id = stream.last_id
    town.publish(publisher, town.coupon("a2", "a2-kettle"))
    with town.listen(listener, last_id) as stream:
        assert stream.next("circle") == {"count": 1}
        assert stream.next("unread") == {"count": 3}
        assert stream.silent()


def test_reading_elsewhere_and_a_block_show_on_the_next_tick(town: Town) -> None:
    town.draw("(a3)-[:FRIEND]->(b3) (x3)")
    blocker, listener = town.token("b3"), town.token("b3")
    town.ask(town.token("x3"), "POST", "/v1/friend-requests", {"to": "b3"})
    first, second = town.coupon("a3", "a3-kettle"), town.coupon("a3", "a3-lamp")
    publisher = town.token("a3")
    with town.listen(listener) as stream:
        assert stream.next("unread") == {"count": 1}
        town.ask(blocker, "PUT", "/v1/me/blocks/x3")
        assert stream.next("unread") == {"count": 0}
        town.publish(publisher, first)
        assert stream.next("circle") == {"count": 1}
        town.ask(publisher, "PUT", "/v1/me/blocks/b3")
        town.publish(publisher, second)
        town.draw("(z3)")
        town.ask(town.token("z3"), "POST", "/v1/friend-requests", {"to": "b3"})
        assert stream.next("unread") == {"count": 1}  # two ticks later at the least
        assert stream.silent()


@pytest.mark.parametrize(("method", "path"), [("DELETE", "/v1/sessions/current"), ("DELETE", "/v1/me")])
def test_a_stream_ends_with_the_session(town: Town, method: str, path: str) -> None:
    name = f"b4-{path[-2:]}"
    town.given.user(name)
    token = town.token(name)
    with town.listen(token) as stream:
        assert stream.next("unread") == {"count": 0}
        assert town.ask(token, method, path).status_code == 204
        assert stream.next("end") == {}
        stream.next("closed")
    with town.listen(token) as again:
        assert again.status == 401


def test_a_person_holds_only_so_many_streams(town: Town) -> None:
    town.draw("(a5)")
    token = town.token("a5")
    streams = [town.listen(token) for _ in range(13)]  # six in each of the two processes, and one
    for stream in streams:
        stream.__enter__()
    try:
        assert 429 in {stream.status for stream in streams}
        assert town.ask(town.token("a5"), "GET", "/v1/me").status_code == 200
    finally:
        for stream in streams:
            stream.__exit__(None, None, None)


def test_the_service_stops_at_once_though_streams_are_open(town: Town) -> None:
    """The last of this file: it ends the service that all of them use."""
    town.draw("(a6)")
    with town.listen(town.token("a6")) as stream:
        stream.next("unread")
        began = time.monotonic()
        town.service.stop()
        assert time.monotonic() - began < AT_ONCE
        stream.next("closed")
