"""The command line: `circle COMMAND`. Each command calls one function."""

import sys
from importlib import import_module
from keyword import iskeyword

import click

from service.cli import signals
from service.errors import CircleError

# The module of each command, imported at its first use so that small commands start quickly.
COMMANDS = {
    "check": "service.cli.check",
    "convert": "service.cli.convert",
    "db": "service.cli.db",
    "explore": "service.cli.explore",
    "generate": "service.cli.generate",
    "giveaway": "service.cli.giveaway",
    "import": "service.cli.import_",
    "level": "service.cli.level",
    "pick": "service.cli.where",
    "platform": "service.cli.platform",
    "query": "service.cli.query",
    "run": "service.cli.serve",
    "seed": "service.cli.seed",
    "serve": "service.cli.serve",
    "user": "service.cli.user",
    "where": "service.cli.where",
    "worker": "service.cli.worker",
}


class Commands(click.Group):
    """The commands of COMMANDS, each imported at its first use (click's lazy loading)."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command called `cmd_name`, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name])
        command: click.Command = getattr(module, f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name)
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="circle")
def circle() -> None:
    """Shopping Circle 购物圈."""


def main() -> None:
    """Run the command line; an error prints one line."""
    signals.install()
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
