"""`circle convert`, as an operator calls it."""

import csv
from pathlib import Path

from click.testing import CliRunner, Result

from service.cli.convert import convert


def converted(*words: object, env: dict[str, str] | None = None) -> Result:
    """What `circle convert WORDS` does."""
    return CliRunner().invoke(convert, [str(word) for word in words], env=env)


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a seed file, without the cells that are empty."""
    with file.open(encoding="utf-8", newline="") as stream:
        return [{name: cell for name, cell in row.items() if cell} for row in csv.DictReader(stream)]
