"""The files of an LDBC SNB folder: `|` between cells, a header, milliseconds or ISO 8601 for instants."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from service.errors import BadSource
from service.recipes import sources
from service.recipes.rejects import Place, Rejects
from service.recipes.seed_folder import Unfit

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NAMES = ("{}.csv", "{}_0_0.csv", "{}.csv.gz", "{}_0_0.csv.gz")


@dataclass(frozen=True, slots=True)
class Row:
    """One line."""

    place: Place
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells[name]

    def at(self, name: str) -> datetime:
        """An instant; raises Unfit if the cell holds none."""
        text = self.cells[name]
        try:
            if text.isascii() and text.isdigit():
                return EPOCH + timedelta(milliseconds=int(text))
            return datetime.fromisoformat(text).astimezone(UTC)
        except (ValueError, OverflowError):
            raise Unfit(name, "is not an instant") from None


class Files:
    """A folder of these files; `latest` is the last instant of the lines used so far."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.latest = EPOCH

    def rows(self, name: str, *columns: str) -> Iterator[Row]:
        """Every line of a file; raises BadSource if a column is missing.

        If two columns have one name, the second is `NAME 2`.
        """
        path = self._path(name)
        header: list[str] = []
        for place, cells in sources.table(path, "|", quoted=False):
            if not header:
                header = [cell if cell not in cells[:n] else f"{cell} 2" for n, cell in enumerate(cells)]
                if missing := set(columns) - set(header):
                    raise BadSource(f"{place}: is not a file of LDBC SNB: no column {min(missing)}")
            else:
                yield Row(place, dict(zip(header, [*cells, *[""] * len(header)], strict=False)))

    def pairs(self, name: str, key: str, value: str) -> dict[str, str]:
        """The first value of each key."""
        values: dict[str, str] = {}
        for row in self.rows(name, key, value):
            values.setdefault(row[key], row[value])
        return values

    @contextmanager
    def noting(self, row: Row, rejects: Rejects) -> Iterator[None]:
        """Add a line that raises Unfit in the block to the rejects; count any other for `latest`."""
        try:
            yield
            self.latest = max(self.latest, row.at("creationDate"))
        except Unfit as error:
            rejects.add(row.place, error.why, error.column)

    def _path(self, name: str) -> Path:
        for form in NAMES:
            if (path := self._folder / form.format(name)).is_file():
                return path
        raise BadSource(f"{self._folder.name}: is not a folder of LDBC SNB: there is no {name}.csv")
