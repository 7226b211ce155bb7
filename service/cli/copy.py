"""The analysts' copy from a shell: made, and served to any tool that speaks to Neo4j."""

import re

import click
from rich.console import Console

from service import settings as environment
from service.copy.place import Served
from service.copy.serving import serve as serving
from service.copy.snapshot import snapshot as made
from service.graph.ready import opened, prepare
from service.graph.server.embedded import server
from service.settings import ROOT

LONGEST = 4 * 3600.0  # seconds to read the largest label
GUIDE = ROOT / "docs" / "explore.md"
SAMPLES = 3


@click.command()
def snapshot() -> None:
    """Make a copy of the graph for analysts: new keys, no text, no instants finer than a day."""
    settings = environment.from_env()
    with server(settings) as address:
        prepare(address)
        with opened(address, LONGEST) as graph, Console(stderr=True).status("Copying the graph"):
            report = made(settings, graph)
    click.echo(f"{report.nodes} nodes and {report.edges} edges in {report.seconds:.1f} s")
    if report.waits:
        click.echo("The older copy is being served: this one is taken up at the next `circle explore serve`.")


@click.command()
def serve() -> None:
    """Serve the copy on this machine until Ctrl-C: Bolt, Neo4j Browser, and Cypher over the API."""
    try:
        serving(environment.from_env(), _tell)
    except KeyboardInterrupt:
        click.echo("The copy is served no more.", err=True)


def _tell(served: Served) -> None:
    told = re.findall(r"```cypher\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    click.echo(
        f"Bolt      {served.bolt}\nBrowser   {served.browser}\nuser      {served.user}\n"
        f"password  {served.password}\n\nTo begin with (more in {GUIDE}):\n\n" + "\n".join(told[:SAMPLES])
    )
