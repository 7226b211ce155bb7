"""Small tools for playing with a running service from a shell."""

import json
import sys
from functools import reduce
from typing import Any

import click
import httpx

from service import settings as environment
from service.errors import Unavailable

READY_SECONDS = 5.0


@click.command()
def where() -> None:
    """Print the address of the service that runs over this CIRCLE_HOME."""
    click.echo(address())


@click.command()
@click.argument("path")
def pick(path: str) -> None:
    """Print one value of the JSON on standard input: `circle pick items.0.id`."""
    text = sys.stdin.read()
    try:
        value = reduce(_step, path.split("."), json.loads(text))
    except (ValueError, LookupError, TypeError):
        raise click.ClickException(f"no {path} in: {text.strip()[:500]}") from None
    click.echo(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def address() -> str:
    """Where the service of this CIRCLE_HOME answers; raises Unavailable when none was started."""
    file = environment.from_env().home / "service.json"
    if not file.exists():
        raise Unavailable("no service runs over this CIRCLE_HOME; start one with `make run`")
    return str(json.loads(file.read_text("utf-8"))["url"])


def _step(value: Any, word: str) -> Any:
    return value[int(word)] if isinstance(value, list) else value[word]


def ready(url: str) -> bool:
    """Whether a service answers there, its database too."""
    try:
        return httpx.get(f"{url}/readyz", timeout=READY_SECONDS).is_success
    except httpx.TransportError:
        return False
