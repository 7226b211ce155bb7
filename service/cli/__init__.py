"""The command line: `circle COMMAND`. Each command calls one function."""

import sys

import click

from service.errors import CircleError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def circle() -> None:
    """Shopping Circle 购物圈."""


def main() -> None:
    """Run the command line; what went wrong is said in one line."""
    from service.cli import commands  # noqa: F401, PLC0415  registers every command

    try:
        circle(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except CircleError as error:
        click.echo(f"circle: {error}", err=True)
        sys.exit(1)
