"""Small tools to try a running service from a shell."""

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
    """Print the address of the service in CIRCLE_HOME."""
    click.echo(address())


@click.command()
@click.argument("path")
def pick(path: str) -> None:
    """Print one value of the JSON on standard input.

    PATH leads to the value, such as `circle pick items.0.id`.
    """
    text = sys.stdin.read()
    try:
        value = reduce(_step, path.split("."), json.loads(text))
    except (ValueError, LookupError, TypeError):
        raise click.ClickException(f"There is no {path} in: {text.strip()[:500]}") from None
    click.echo(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def address() -> str:
    """The address of the service of this CIRCLE_HOME; raises Unavailable when no service was started."""
    file = environment.from_env().home / "service.json"
    if not file.exists():
        raise Unavailable("No service runs in this CIRCLE_HOME; start one with `make run`.")
    return str(json.loads(file.read_text("utf-8"))["url"])


def _step(value: Any, word: str) -> Any:
    return value[int(word)] if isinstance(value, list) else value[word]


def ready(url: str) -> bool:
    """Whether the service at `url` answers, with its database."""
    try:
        return httpx.get(f"{url}/readyz", timeout=READY_SECONDS).is_success
    except httpx.TransportError:
        return False
