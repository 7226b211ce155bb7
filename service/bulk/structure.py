"""The faults of a file that is not valid CSV, by line, in the words of `circle seed`."""

import csv
from collections.abc import Iterator
from itertools import islice

import duckdb

from service.bulk.inputs import Input, opened
from service.errors import BadSeed
from service.graph.seeds.load import MOST_FAULTS


def structure_faults(given: Input, error: duckdb.Error) -> None:
    """Raise BadSeed with each row of too few or too many cells, and with the line where CSV ends."""
    name = given.path.name
    faults = [f"{name}:{line}:{number} {why}" for line, number, why in islice(_faults(given), MOST_FAULTS)]
    raise BadSeed(faults or [f"{name}:1:1 cannot be read: {str(error).splitlines()[0]}"]) from error


def _faults(given: Input) -> Iterator[tuple[int, int, str]]:
    if given.is_parquet:
        return
    wide, line = len(given.header), 1
    with opened(given.path) as stream:
        reader = csv.reader(stream, strict=True)
        try:
            for cells in reader:
                if cells and len(cells) != wide:
                    yield line, len(cells), f"{len(cells)} cells under {wide} names"
                line = reader.line_num + 1
        except UnicodeDecodeError:
            yield line, 1, "the bytes from here on are not UTF-8"
        except csv.Error as error:
            yield reader.line_num, 1, f"is not CSV: {error}"
        except OSError as error:
            yield line, 1, f"cannot be read: {error}"
