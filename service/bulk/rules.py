"""The rules of the domain as SQL questions for rows (file, line, name, why) that break them.

They come from `rules/*.sql`, and from the tables OTHERS, ROLES, CAUSES and IN_ORDER of the seed loader.
"""

from collections.abc import Iterator
from itertools import combinations

from service.bulk.cells import name_of, text_of
from service.bulk.shape import sql
from service.bulk.tables import Tables
from service.graph.seeds.load import Progress
from service.graph.seeds.people import OTHERS, ROLES
from service.graph.seeds.trade import CAUSES, IN_ORDER


def check(tables: Tables, progress: Progress) -> None:
    """Note every row that breaks a rule; call it only when references and keys are right."""
    _folded_handles(tables)
    questions = [*sql("rules").items(), *_questions()]
    for number, (name, question) in enumerate(questions):
        progress(f"checking {name}", number, len(questions))
        tables.run(f"INSERT INTO fault {question}")


def _questions() -> Iterator[tuple[str, str]]:
    for file, other in OTHERS.items():
        yield "no_selves", _fault(file, other, "is the same person", f'"user" = {name_of(other)}')
    for file, name, role in ROLES:
        yield "roles", _no_role(file, name, role)
    for kind, cause in CAUSES.items():
        others = " OR ".join(f"{name_of(each)} IS NOT NULL" for each in CAUSES.values() if each != cause)
        why = f"a {kind} line names its {cause} and nothing else"
        yield (
            "ledger",
            _fault("xp_event", cause, why, f"kind = '{kind}' AND ({name_of(cause)} IS NULL OR {others})"),
        )
    for file, names in IN_ORDER.items():
        for before, after in combinations(names, 2):
            between = names[names.index(before) + 1 : names.index(after)]
            skipped = "".join(f" AND {name_of(name)} IS NULL" for name in between)
            late = f"{name_of(after)} < {name_of(before)}{skipped}"
            yield "in_order", _fault(file, after, f"is before {before}", late)


def _fault(file: str, name: str, why: str, where: str) -> str:
    return f"SELECT {text_of(file)}, line, {text_of(name)}, {text_of(why)} FROM {name_of(file)} WHERE {where}"


def _no_role(file: str, name: str, role: str) -> str:
    ties = f"SELECT {text_of(file)}, tie.line, {text_of(name)}, 'is no {role}' FROM {name_of(file)} AS tie"
    people = f'JOIN "user" AS person ON person.line = tie.{name_of(name)}'
    return f"{ties} {people} WHERE NOT list_contains(coalesce(roles, []), '{role}')"


def _folded_handles(tables: Tables) -> None:
    """Note handles that are not in lower case; Python decides outside ASCII, because it folds handles."""
    tables.note(
        "user",
        "handle",
        "SELECT line, 'is not in lower case' AS why FROM \"user\" WHERE handle <> lower(handle)",
    )
    other = (
        "SELECT line, handle FROM \"user\" WHERE handle = lower(handle) AND regexp_matches(handle, '[^ -~]')"
    )
    for line, handle in tables.rows(other):
        if handle != handle.casefold():
            tables.note("user", "handle", f"SELECT {line} AS line, 'is not in lower case' AS why")
