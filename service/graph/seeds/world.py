"""A seed folder together with the stored graph: one set of rows, the folder's first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from service.errors import BadSeed
from service.graph.client import Graph
from service.graph.seeds.files import PREFIX, Folder, Key, Loader, Row

STORED = PREFIX + "stored/"
AT_ONCE = 5000


class World:
    """Rows by file and key, built once for a load. It reads the graph and writes nothing."""

    def __init__(self, graph: Graph, known: Mapping[str, Loader], folder: Folder) -> None:
        self.folder = folder
        self._graph = graph
        self._known = known
        self._rows: dict[str, dict[Key, Row]] = {file: {} for file in known}
        self._stored: dict[str, dict[Key, Row]] = {file: {} for file in known}
        self._named: dict[str, set[str]] = defaultdict(set)

    def get(self, file: str, key: object) -> Row:
        """The row that a checked reference points to."""
        return self._rows[file][(str(key),)]

    def rows(self, file: str) -> Iterable[Row]:
        """The stored rows (line 0), then the rows of the folder."""
        return sorted(self._rows[file].values(), key=lambda row: row.line)

    def new(self, file: str) -> list[Row]:
        """The rows of the folder."""
        return self.folder.rows.get(file, [])

    def limit(self, rule: str) -> int:
        """The number of a rule, in the folder or stored; raises BadSeed before the rules are loaded."""
        self.fetch("rule", ids=[rule])
        if (rule,) not in self._rows["rule"]:
            raise BadSeed(["rule.csv:1:1 load seeds/rules first: nothing says " + rule])
        return self.get("rule", rule).number("value")

    def coupon_of(self, claim: Row) -> str:
        """The id of the coupon that a claim is a copy of."""
        return str(claim["coupon"] or self.get("share", claim["share"])["coupon"])

    def owner_of(self, coupon: object) -> str:
        """The id of the person whose purchase earned the coupon."""
        return self.get("purchase", self.get("coupon", coupon)["purchase"]).text("user")

    def check(self) -> None:
        """Add faults for repeated keys, dangling references, and rows that would move a stored node."""
        for file in reversed(list(self._known)):
            self._lay(file)
        for file in self.folder.rows:
            for row in self.new(file):
                self._check(row)

    def fetch(self, file: str, **wanted: Iterable[str]) -> None:
        """Add the stored rows that a query of cypher/seed/stored returns; rows of the folder win.

        `wanted` is one parameter of the query and its keys.
        """
        for row in self._stored_rows(file, **wanted):
            key = self._known[file].key_of(row)
            self._stored[file][key] = row
            self._rows[file].setdefault(key, row)
            self._remember(row)

    def holders(self, file: str, keys: Iterable[str]) -> dict[str, str]:
        """Natural key (handle, platform's id, code …) -> id of the stored node that has it."""
        return {str(row["key"]): str(row["id"]) for row in self._stored_rows(file, keys=keys)}

    def _lay(self, file: str) -> None:
        loader, rows = self._known[file], self._rows[file]
        first = next((name for name, each in loader.columns.items() if each.key))
        for row in self.new(file):
            key = loader.key_of(row)
            if key in rows:
                why = f"{' '.join(map(str, key))} is on line {rows[key].line} already"
                self.folder.fault(row, first, why)
            if None not in key:
                rows.setdefault(key, row)
            self._remember(row)
        if "ids" in self._parameters(file):
            self.fetch(file, ids=self._named[file] | {str(*key) for key in rows})

    def _remember(self, row: Row) -> None:
        for name, target in self._known[row.file].references.items():
            if row[name] is not None:
                self._named[target].add(str(row[name]))

    def _check(self, row: Row) -> None:
        loader = self._known[row.file]
        stored = self._stored[row.file].get(loader.key_of(row))
        for name, target in loader.references.items():
            cell = row[name]
            if cell is None:
                continue
            if (cell,) not in self._rows[target]:
                self.folder.fault(row, name, f"there is no {target} {cell}")
            elif stored and stored[name] not in {None, cell}:
                self.folder.fault(row, name, f"is {stored[name]} in the graph; a seed cannot move it")

    def _parameters(self, file: str) -> frozenset[str]:
        query = self._graph.catalogue.get(STORED + file)
        return query.parameters if query else frozenset()

    def _stored_rows(self, file: str, **wanted: Iterable[str]) -> list[Row]:
        ((name, keys),) = wanted.items()
        nothing: dict[str, list[str]] = {other: [] for other in self._parameters(file)}
        ordered = sorted(keys)
        return [
            Row(file, values)
            for start in range(0, len(ordered), AT_ONCE)
            for values in self._graph.rows(
                STORED + file, **{**nothing, name: ordered[start : start + AT_ONCE]}
            )
        ]
