"""Rows as files: JSON, CSV and Parquet."""

import csv
import io
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import orjson

from service.errors import Misconfigured
from service.graph.client import Row

INSTALL = ".venv/bin/pip install --require-hashes --requirement requirements-explore.lock"
# A spreadsheet runs a cell that begins with one of these.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_json(rows: Sequence[Row]) -> str:
    """An array of objects."""
    return orjson.dumps(rows, option=orjson.OPT_INDENT_2 | orjson.OPT_UTC_Z).decode()


def to_csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """A header and a line for each row (RFC 4180); null is an empty cell, and no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return text.getvalue()


def to_parquet(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """A Parquet file of these rows; raises Misconfigured when pyarrow is not installed."""
    arrow, parquet = need("pyarrow"), need("pyarrow.parquet")
    table = arrow.table({column: arrow.array([row[column] for row in rows]) for column in columns})
    file = io.BytesIO()
    parquet.write_table(table, file)
    return file.getvalue()


def need(module: str) -> Any:
    """A module of the optional extra `explore`; raises Misconfigured with the command that installs it."""
    try:
        return import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        raise Misconfigured(f"This format needs {name}, which is not installed: {INSTALL}") from None


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
