"""Show one person's ledger and level to an operator."""

from datetime import UTC, datetime

import click
from rich.console import Console
from rich.table import Table

from service import settings as environment
from service.actions import levels
from service.api.texts.ledger import caps, factors
from service.credentials.handles import fold
from service.errors import NotFound
from service.graph.client import Graph, Row
from service.graph.ready import opened, prepare
from service.graph.server.embedded import server

COLUMNS = ("matures", "kind", "raw", "factors", "points", "caps", "counts", "state", "key")


@click.command()
@click.argument("handle")
@click.option(
    "--lines",
    "most",
    type=click.IntRange(0, 10_000),
    default=50,
    show_default=True,
    help="The number of ledger lines to show.",
)
def level(handle: str, most: int) -> None:
    """Explain the level of HANDLE.

    Shows the totals, the needs of the next level, and each ledger line with its factors.
    """
    now = datetime.now(UTC)
    with server(environment.from_env()) as address:
        prepare(address)
        with opened(address) as graph:
            user = _user(graph, handle)
            standing = levels.standing(graph, user, now)
            keys = levels.keys(graph, user)[:most]
            ledger = levels.ledger(graph, user, keys, now)
    console = Console()
    held = standing["level"]
    name = f"{held['rank']} {held['name_zh']} ({held['name_en']})"
    console.print(f"{handle}: level {name}, {standing['xp']} experience in all", highlight=False)
    console.print(_standing(standing))
    console.print(_ledger(ledger))


def _user(graph: Graph, handle: str) -> str:
    try:
        return str(graph.one("accounts/user_id", handle=fold(handle))["id"])
    except NotFound:
        raise click.ClickException(f"No account has the handle {handle}.") from None


def _standing(standing: Row) -> Table:
    following = standing["next"] or {}
    table = Table("", "now", "next")
    for gate in ("score", "buyers", "shops", "active_days"):
        table.add_row(gate, str(standing[gate]), str(following.get(gate, "–")))
    for step in standing["steps"]:
        table.add_row(f"missing: {step['act']}", "", str(step["missing"]))
    for move in standing["moves"]:
        table.add_row(f"{move['from']} → {move['to']}", _when(move), move["reason"])
    return table


def _when(move: Row) -> str:
    """The minute of the move, or of the notice of a move to come."""
    at = f"{(move['at'] or move['noticed_at']).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return at if move["at"] else f"notice {at}"


def _ledger(ledger: list[tuple[Row, Row | None]]) -> Table:
    table = Table(*COLUMNS, title="Ledger, latest maturity first")
    for row, folded in ledger:
        worth = folded or {"points": 0, "by_kind": 0, "by_day": 0, "effective": 0}
        void = row["state"] == "voided"
        table.add_row(
            str(row["matures_on"]),
            row["kind"],
            str(row["raw"]),
            "" if void else " ".join(f"{f['name']} {f['value']}" for f in factors(folded) if f["cause"]),
            str(worth["points"]),
            " ".join(f"{cap['name']} -{cap['cut']}" for cap in caps(worth)),
            str(worth["effective"] if row["state"] == "matured" else 0),
            row["void_reason"] or row["state"],
            row["key"],
            style="dim" if void else None,
        )
    return table
