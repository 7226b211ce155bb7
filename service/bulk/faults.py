"""The faults of a folder as `file:line:column`: the first hundred, and the number in each file."""

import re
from collections import defaultdict
from collections.abc import Mapping

from service.bulk.inputs import Input
from service.bulk.tables import MARK, Tables
from service.errors import BadSeed
from service.graph.seeds.load import MOST_FAULTS

MARKED = re.compile(rf"{MARK}(\d+){MARK}")


def raise_faults(tables: Tables, inputs: Mapping[str, Input]) -> None:
    """Raise BadSeed when the tables hold a fault."""
    totals = tables.run("SELECT file, count(*) FROM fault GROUP BY file ORDER BY file")
    if not totals:
        return
    noted = tables.run(
        f"SELECT DISTINCT file, line, name, why FROM fault ORDER BY file, line, name, why LIMIT {MOST_FAULTS}"
    )
    records: dict[str, set[int]] = defaultdict(set)
    for file, line, _, why in noted:
        records[file] |= {line, *map(int, MARKED.findall(why))}
    lines = {file: inputs[file].lines_of(wanted) for file, wanted in records.items()}
    first = [_text(inputs[file], lines[file], *fault) for file, *fault in noted]
    more = [f"… {count:,} faults in {inputs[file].path.name}" for file, count in totals]
    raise BadSeed(first if len(noted) < MOST_FAULTS else first + more)


def _text(given: Input, lines: Mapping[int, int], record: int, name: str, why: str) -> str:
    header, line = given.header, lines[record]
    why = MARKED.sub(lambda match: str(lines[int(match[1])]), why)
    number = header.index(name) + 1 if name in header else len(header) + 1
    return f"{given.path.name}:{line}:{number} column {name}: {why}"
