"""Neo4j's values as Python values."""

from datetime import UTC
from typing import Any

from neo4j.time import Date, DateTime


def plain(value: Any) -> Any:
    """`value` with every Neo4j date and instant in it as Python's own (UTC)."""
    if isinstance(value, DateTime):
        return value.to_native().astimezone(UTC)
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value
