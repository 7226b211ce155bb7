"""Make the analysts' copy, and serve it to any tool that connects to Neo4j."""

import re

import click
from rich.console import Console

from service import settings as environment
from service.cli.signals import until_stopped
from service.copy.place import Served
from service.copy.serving import serve as serving
from service.copy.snapshot import snapshot as copied
from service.graph.ready import opened, prepare
from service.graph.server.embedded import server
from service.settings import ROOT

LONGEST = 4 * 3600.0  # seconds to read the largest label
GUIDE = ROOT / "docs" / "explore.md"
SAMPLES = 3


@click.command()
def snapshot() -> None:
    """Make a copy of the graph for analysts.

    The copy has new keys, no texts, and days instead of instants.
    """
    settings = environment.from_env()
    with server(settings) as address:
        prepare(address)
        with opened(address, LONGEST) as graph, Console(stderr=True).status("Copying the graph"):
            report = copied(settings, graph)
    click.echo(f"{report.nodes} nodes and {report.edges} edges in {report.seconds:.1f} s")
    if report.waits:
        click.echo("A server uses the older copy: the next `circle explore serve` serves this one.")


@click.command()
def serve() -> None:
    """Serve the copy on this machine until Ctrl-C.

    It answers over Bolt, in Neo4j Browser, and through the API.
    """
    with until_stopped():
        serving(environment.from_env(), _show)
    click.echo("The copy is no longer served.", err=True)


def _show(served: Served) -> None:
    examples = re.findall(r"```cypher\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    click.echo(
        f"Bolt      {served.bolt}\nBrowser   {served.browser}\nuser      {served.user}\n"
        f"password  {served.password}\n\nQueries to begin with (more in {GUIDE}):\n\n"
        + "\n".join(examples[:SAMPLES])
    )
