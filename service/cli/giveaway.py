"""Show that a giveaway is honest: run one in the demo town and replay its draw from outside."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import httpx
import orjson
from uuid_utils import uuid7

from service import settings as environment
from service.actions import levels
from service.actions.accounts import open_session
from service.cli.where import address
from service.credentials.keys import keys
from service.demo.guests import GUESTS
from service.errors import Unavailable
from service.giveaways import steps
from service.graph.client import Graph
from service.graph.ready import opened
from service.graph.server.embedded import server
from service.logs import configure
from service.settings import Settings

PLAYERS = 8
OPEN_SECONDS = 10
SLOWER = 5  # entering takes at most this many times as long as looking
SECONDS = 30.0
REASON = {"reason": "A demonstration, with invented people"}


@click.group()
def giveaway() -> None:
    """Free giveaways with a public draw."""


@giveaway.command()
def demo() -> None:
    """Run a giveaway in the demo town and replay its draw.

    The demo also tests that a tampered copy is refused. Start the service first, with `make run`. The demo
    takes less than a minute and leaves a drawn giveaway.
    """
    settings, url = environment.from_env(), address()
    configure("warning")
    with server(settings) as place, opened(place) as graph:
        published = _run(settings, graph, url)
    sys.exit(0 if _replayed(url, published) else 1)


def _run(settings: Settings, graph: Graph, url: str) -> dict[str, Any]:
    """Run one giveaway from the proposal to the published draw, and print each request."""
    now = datetime.now(UTC)
    casts = graph.rows("giveaways/cast", town=GUESTS[0].id, limit=PLAYERS, now=now)
    if not casts:
        raise Unavailable("This graph is not the demo town, and the demo must not use real people.")
    for player in casts[0]["players"]:
        levels.refresh(graph, player, now=now)
    host, *entrants = casts[0]["players"]
    seconds = _patience(graph, url, casts[0]["players"])
    with _as(graph, url, host) as proposing, _as(graph, url, casts[0]["reviewer"]) as reviewing:
        path = f"/v1/giveaways/{_propose(proposing, seconds)['id']}"
        safety = _body(reviewing.get(path.replace("/v1/", "/v1/admin/")))["safety"]
        cheapest = safety["fakes"][0]
        click.echo(f"  the cheapest fake costs {cheapest['cost_fen']} fen and gains {cheapest['gain_fen']}")
        _body(
            reviewing.post(path.replace("/v1/", "/v1/admin/") + "/review", json={"approve": True, **REASON})
        )
        _enter(graph, url, path, entrants)
        closes = datetime.fromisoformat(_body(proposing.get(path))["closes_at"])
        while datetime.now(UTC) < closes:
            time.sleep(0.2)
        click.echo(f"worker: {steps.advance(graph, keys(settings), datetime.now(UTC))} steps")
        drawn = _body(proposing.get(path))
        click.echo(f"  {drawn['status']}: {drawn['entrants']} entrants, total weight {drawn['total_weight']}")
        return _body(proposing.get(f"{path}/verify"))


def _patience(graph: Graph, url: str, players: list[str]) -> float:
    """The seconds that all players need to enter on this machine, estimated from the time of a look."""
    began = time.monotonic()
    for player in players:
        with _as(graph, url, player) as looking:
            looking.get("/v1/giveaways").raise_for_status()
    return OPEN_SECONDS + SLOWER * (time.monotonic() - began)


def _propose(host: httpx.Client, seconds: float) -> dict[str, Any]:
    now = datetime.now(UTC)
    proposal = {
        "title": "三只水壶 Three kettles",
        "prize": "An electric kettle",
        "value_fen": 9_900,
        "quantity": 3,
        "sponsor": "The demo town",
        "opens_at": now.isoformat(),
        "closes_at": (now + timedelta(seconds=seconds)).isoformat(),
        "reveal_by": (now + timedelta(hours=1)).isoformat(),
    }
    return _body(host.post("/v1/giveaways", json=proposal, headers={"Idempotency-Key": str(uuid7())}))


def _enter(graph: Graph, url: str, path: str, entrants: list[str]) -> None:
    for player in entrants:
        with _as(graph, url, player) as entering:
            _body(entering.put(f"{path}/entry"))
            chance = _body(entering.get(path))["chance"]
            click.echo(f"  {player}: weight {chance['weight']}, chance so far {chance['fraction']}")


def _replayed(url: str, published: dict[str, Any]) -> bool:
    """Whether the script confirms the draw and refuses a copy with another winner."""
    tampered = orjson.loads(orjson.dumps(published))
    tampered["winners"][0], tampered["alternates"][0] = published["alternates"][0], published["winners"][0]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "replay.py")
        script.write_bytes(httpx.get(f"{url}/v1/giveaways/replay.py", timeout=SECONDS).content)
        copy = Path(folder, "tampered.json")
        copy.write_bytes(orjson.dumps(tampered))
        hashes = ("--rules-hash", published["rules_hash"], "--root", published["root"])
        honest = _script(script, f"{url}/v1/giveaways/{published['id']}/verify", *hashes)
        return (honest, _script(script, copy.name, *hashes)) == (0, 1)


def _script(script: Path, *arguments: str) -> int:
    """Run the script as an outsider would, without this project; returns the exit code."""
    click.echo(f"$ python3 {script.name} {' '.join(arguments)}")
    done = subprocess.run(  # noqa: S603  the script that this service hands out
        [sys.executable, "-I", "-S", script.name, *arguments],
        cwd=script.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    click.echo(f"  {done.stdout.strip()}{done.stderr}")
    return done.returncode


@contextmanager
def _as(graph: Graph, url: str, user: str) -> Iterator[httpx.Client]:
    """A client of the API, signed in as `user` until the end."""
    token = open_session(graph, user, "circle giveaway demo", datetime.now(UTC))
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=SECONDS) as client:
        yield client
        client.delete("/v1/sessions/current")


def _body(answer: httpx.Response) -> dict[str, Any]:
    """The JSON of an answer; prints the request. Raises Unavailable for an error."""
    click.echo(f"{answer.request.method} {answer.request.url.path}: {answer.status_code}")
    if answer.is_error:
        raise Unavailable(answer.json()["detail"])
    value: dict[str, Any] = answer.json() if answer.content else {}
    return value
