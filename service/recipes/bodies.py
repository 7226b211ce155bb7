"""Request bodies for the admin routes, as numbered files; the route's own schema checks each row."""

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import orjson

from service.api.schemas import Input
from service.api.schemas.admin_imports import MAX_ROWS, OrderRow, ProductRow, ShopRow
from service.recipes.seed_folder import Unfit

ROWS: dict[str, type[Input]] = {"shops": ShopRow, "products": ProductRow, "orders": OrderRow}
MOST_BYTES = 900_000  # for the rows of one body: the API accepts a million bytes in all


class Bodies:
    """Writes KIND-0001.json and so on, each with as many rows as a route accepts; `counts` has all rows."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.counts: Counter[str] = Counter()
        self._folder = folder
        self._reason = orjson.dumps(reason)
        self._waiting: dict[str, list[bytes]] = defaultdict(list)
        self._files: Counter[str] = Counter()
        self._bytes: Counter[str] = Counter()
        self._schemas = {kind: schema() for kind, schema in ROWS.items()}

    def write(self, kind: str, row: dict[str, Any]) -> None:
        """Keep one row for `POST /v1/admin/KIND`; raises Unfit when that route would refuse it."""
        for field, faults in self._schemas[kind].validate(row).items():
            raise Unfit(field, f"would be refused: {faults}")
        content = orjson.dumps(row)
        if len(self._waiting[kind]) == MAX_ROWS or self._bytes[kind] + len(content) > MOST_BYTES:
            self._flush(kind)
        self._waiting[kind].append(content)
        self._bytes[kind] += len(content)
        self.counts[kind] += 1

    def end(self) -> None:
        """Write the last file of each kind."""
        for kind, rows in self._waiting.items():
            if rows:
                self._flush(kind)

    def _flush(self, kind: str) -> None:
        self._files[kind] += 1
        rows = b",\n".join(self._waiting[kind])
        body = b'{"reason": ' + self._reason + b', "rows": [\n' + rows + b"\n]}\n"
        (self._folder / f"{kind}-{self._files[kind]:04}.json").write_bytes(body)
        self._waiting[kind], self._bytes[kind] = [], 0
