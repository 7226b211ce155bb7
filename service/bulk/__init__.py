"""Loads a large folder of seeds into an empty store through Neo4j's own importer.

The import builds the new store apart and swaps it in with a rename at the end. The old store stays usable
whatever happens. The next run of the same import skips the finished steps.
"""

import shutil
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from service.bulk import graph, rules, store
from service.bulk.faults import raise_faults
from service.bulk.graph import Piece
from service.bulk.inputs import Input, digest, find
from service.bulk.steps import Steps, alone, remove_others
from service.bulk.tables import Tables
from service.credentials.keys import keys
from service.errors import BadSeed, Misconfigured, Unavailable
from service.graph import catalogue
from service.graph.ready import opened
from service.graph.seeds import load as seeds
from service.graph.seeds.files import loaders
from service.graph.seeds.load import Progress
from service.graph.server.embedded import home_of, server, stop
from service.settings import ROOT, Settings

RULES = ROOT / "seeds" / "rules"
SAMPLE = 100


@dataclass(frozen=True)
class Report:
    """The result of an import: rows by file, nodes and edges of the graph, seconds by step."""

    folder: str
    rows: dict[str, int]
    shift_days: int
    nodes: int
    edges: int
    seconds: dict[str, float] = field(default_factory=dict)
    resumed: bool = False


def load(
    settings: Settings,
    folder: Path,
    *,
    dry_run: bool = False,
    today: date | None = None,
    progress: Progress = lambda _what, _done, _of: None,
) -> Report:
    """Check the folder and make it the graph of the embedded server; a dry run only checks.

    `today` moves every instant by whole days, as `seeds.load` does. Raises BadSeed with the faults, and
    Unavailable when the store is not empty or the server cannot work.
    """
    if settings.neo4j_uri and not dry_run:
        raise Misconfigured("NEO4J_URI is set: an import works with the embedded database only.")
    return _Import(settings, folder, today, progress).run(dry_run=dry_run)


class _Import:
    def __init__(self, settings: Settings, folder: Path, today: date | None, progress: Progress) -> None:
        self._settings, self._folder, self._progress = settings, folder, progress
        self._known = loaders(catalogue.load(ROOT / "cypher"))
        self._inputs, self._rules = self._files_of(folder), self._files_of(RULES)
        self._about = seeds.about(folder)
        self._days = (today - self._about[1].date()).days if self._about and today else 0
        self._key = digest([*self._inputs.values(), *self._rules.values()], folder.resolve(), self._days)

    def run(self, *, dry_run: bool) -> Report:
        place = self._settings.home / "import"
        with alone(place) as lock:
            if not dry_run:
                _must_be_empty(self._settings, self._operation)
            remove_others(self._settings, place, self._key)
            self._steps = Steps(place / self._key)
            try:
                self._check()
                report = self._report() if dry_run else self._replace(lock)
            except BadSeed:
                shutil.rmtree(self._steps.folder)
                raise
            shutil.rmtree(self._steps.folder)
        return report

    @property
    def _operation(self) -> str:
        return f"import:{self._key}"

    def _files_of(self, folder: Path) -> dict[str, Input]:
        inputs, faults = find(folder, self._known)
        if faults:
            raise BadSeed(faults)
        return inputs

    def _check(self) -> None:
        """Read the folder and check the rules; raises BadSeed."""
        if "check" in self._steps.done:
            return
        with closing(self._tables()) as tables:
            with self._steps.taking("read") as facts:
                fingerprint = keys(self._settings).fingerprint
                facts["rows"] = tables.read(
                    self._inputs, self._rules, self._days, fingerprint, self._progress
                )
                raise_faults(tables, self._inputs)
            with self._steps.taking("check"):
                rules.check(tables, self._progress)
                raise_faults(tables, self._inputs)

    def _replace(self, lock: int) -> Report:
        """Make a store from the checked tables, and swap it in."""
        new = store.apart(self._settings, self._steps.folder / "home")
        self._write()
        pieces = [Piece(**each) for each in self._steps.done["write"]["pieces"]]
        if "import" not in self._steps.done or not home_of(new).store_exists:
            stop(new)
            self._steps.undo("import", "bring up")
            with self._steps.taking("import"):
                store.build(new, self._files, pieces, lock, self._progress)
        if "bring up" not in self._steps.done:
            with self._steps.taking("bring up") as facts:
                self._progress("bringing up", 0, 1)
                facts.update(store.finish(new, pieces, self._steps.done["write"]["sample"]))
        with self._steps.taking("swap"):
            stop(new)
            store.swap(self._settings, new)
        return self._report()

    def _write(self) -> None:
        if "write" in self._steps.done:
            return
        shutil.rmtree(self._files, ignore_errors=True)
        self._files.mkdir()
        with closing(self._tables()) as tables, self._steps.taking("write") as facts:
            facts["pieces"] = graph.saved(graph.write(tables, self._files, self._singles(), self._progress))
            facts["sample"] = graph.sample(tables, SAMPLE)

    def _singles(self) -> dict[str, dict[str, object]]:
        """The record of this import, and the number of days by which it moved the instants."""
        single: dict[str, dict[str, object]] = {"Op": {"id": self._operation, "at": datetime.now(UTC)}}
        if self._about:
            single["SeedLoad"] = {"name": self._about[0], "shift_days": self._days}
        return single

    @property
    def _files(self) -> Path:
        return self._steps.folder / "files"

    def _tables(self) -> Tables:
        return Tables(self._steps.folder / "tables.duckdb", self._known)

    def _report(self) -> Report:
        done = self._steps.done
        size = done.get("bring up", {})
        seconds = {name: facts["seconds"] for name, facts in done.items()}
        return Report(
            str(self._folder),
            done["read"]["rows"],
            self._days,
            size.get("nodes", 0),
            size.get("edges", 0),
            seconds,
            self._steps.resumed,
        )


def _must_be_empty(settings: Settings, operation: str) -> None:
    """Raise Unavailable when the store holds more than a new installation does."""
    if not home_of(settings).store_exists:
        return
    with server(settings) as address, opened(address) as old:
        if old.one("ops/happened", id=operation)["happened"]:
            raise Unavailable("Nothing to do: this folder was imported before, and the store holds it.")
        for row in old.rows("ops/lived_in"):
            raise Unavailable(
                f"The store is not empty: it holds {row['label']} nodes. An import makes a new store; "
                "`circle seed` adds a folder to a store in use."
            )
