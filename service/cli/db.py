"""Manage the embedded database: start, stop, status, shell, dump, load, export."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.filesize import decimal

from service import settings as environment
from service.cli.shell import shell
from service.errors import Misconfigured
from service.graph import keyed
from service.graph.ready import opened
from service.graph.server import dump as dumps
from service.graph.server import embedded
from service.graph.server.embedded import server
from service.settings import Settings

EXPORTED_WITHIN = 3600.0


@click.group()
def db() -> None:
    """Manage the embedded Neo4j of CIRCLE_HOME."""


db.add_command(shell)


@db.command()
def start() -> None:
    """Start Neo4j and leave it running until `circle db stop`."""
    address = embedded.start(_settings())
    click.echo(f"Neo4j answers at {address.uri}.")


@db.command()
def stop() -> None:
    """Stop Neo4j, unless another command uses it."""
    ran = embedded.stop(_settings())
    click.echo("Neo4j is stopped." if ran else "Neo4j was not running.")


@db.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def status(as_json: bool) -> None:
    """Show the address, process, version, users and size of Neo4j."""
    now = embedded.status(_settings())
    if as_json:
        click.echo(json.dumps(asdict(now)))
        return
    click.echo(f"Neo4j {now.version} at {now.uri}" if now.uri else "Neo4j is not running.")
    click.echo(f"process  {now.pid or '-'}{' (kept until circle db stop)' if now.keep else ''}")
    click.echo(f"users    {', '.join(map(str, now.users)) or '-'}")
    click.echo(f"store    {decimal(now.store_bytes)}")


@db.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def dump(file: Path) -> None:
    """Write the graph to FILE, in Neo4j's dump format.

    Neo4j stops meanwhile.
    """
    dumps.dump(_settings(), file)
    click.echo(f"{file}: {decimal(file.stat().st_size)}")


@db.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace the existing graph.")
def load(file: Path, force: bool) -> None:
    """Load a graph from FILE, written by `circle db dump`.

    Neo4j stops meanwhile.
    """
    dumps.load(_settings(), file, force=force)
    click.echo(f"Loaded the graph from {file}.")


@db.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export(folder: Path) -> None:
    """Write all nodes and relationships into FOLDER.

    The service may run meanwhile, also over a database at NEO4J_URI. The keyed files have no passwords and
    no sessions. Equal graphs have equal checksums, so compare the checksums before a dump and after a load.
    """
    with server(environment.from_env()) as address, opened(address, EXPORTED_WITHIN) as graph:
        files = keyed.export(graph, folder)
    for name, file in files.items():
        click.echo(f"{file.lines:>11,}  {name}")
    click.echo(f"checksum     {keyed.checksum(files)}")


def _settings() -> Settings:
    settings = environment.from_env()
    if settings.neo4j_uri:
        raise Misconfigured("NEO4J_URI is set: this command is for the embedded database only.")
    return settings
