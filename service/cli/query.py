"""Print a query as the server runs it."""

from difflib import get_close_matches

import click

from service.graph import catalogue
from service.settings import ROOT


@click.command()
@click.argument("name", required=False)
def query(name: str | None) -> None:
    """Print the query NAME with its parts in place, to paste into Neo4j Browser or after EXPLAIN.

    NAME is its path below cypher/, for instance circle/feed or parts/sight. Without NAME: list them all.
    """
    known = catalogue.load(ROOT / "cypher") | catalogue.parts(ROOT / "cypher")
    if name is None:
        for one in sorted(known):
            click.echo(f"{one}  {known[one].title}")
        return
    if name not in known:
        near = ", ".join(get_close_matches(name, known))
        raise click.UsageError(f"There is no query {name}." + (f" Did you mean {near}?" if near else ""))
    click.echo(f"// {known[name].title}\n{known[name].text}")
