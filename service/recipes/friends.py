"""Friends exported from a chat app as friend requests: each waits for the consent of whoever is asked.

Takes handles of this installation, one a line or in a column whose name is known, of one person or of many.
Takes no address books: a file that holds phone numbers or e-mail addresses is refused whole.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from service.credentials.handles import fold
from service.credentials.tokens import new_id
from service.errors import BadSource
from service.graph.client import Graph, Row
from service.recipes import cells, sources
from service.recipes.rejects import Place, Rejects
from service.recipes.seed_folder import SeedFolder

BATCH = 1_000
OWNERS = ["owner", "本人", "我", "用户", "所有者", "user", "from"]
HANDLES = "handle 购物圈号 购物圈账号 账号 用户名 username friend 好友 好友账号 微信号 wechat wxid"
FRIENDS = HANDLES.split()
NAMES = ["昵称", "nickname", "备注", "remark", "name"]  # where no column holds handles as such
NO_COLUMNS = re.compile(
    r"手机|电话|邮箱|邮件|住址|地址|身份证|phone|mobile|\btel\b|e-?mail|address", re.IGNORECASE
)
REASONS = {
    "no_owner": "is of nobody here",
    "unknown": "names nobody who can be found here",
    "self": "is the same person",
    "friends": "is a friend already",
    "closed": "cannot be asked",
    "asked": "is asked already",
    "asks": "has asked; it only needs to be accepted",
}


@dataclass(frozen=True)
class Named:
    """Whom a line names: handles of this installation."""

    place: Place
    owner: str
    friend: str


@dataclass(frozen=True)
class Asking:
    """In which graph and when; whose friends they are, where no column tells; what each request says."""

    graph: Graph
    now: datetime
    owner: str | None = None
    message: str | None = None


def convert(paths: list[Path], out: SeedFolder, rejects: Rejects, asking: Asking) -> None:
    """Write user-ASKED-user.csv; raises BadSource for files without handles, or with phones or mail."""
    named = [each for path in paths for each in _named(path, rejects, asking.owner)]
    waiting: Counter[str] = Counter()
    for each, row in _looked_up(_each_once(named, rejects), asking):
        if fault := _fault(row, waiting[each.owner]):
            rejects.add(each.place, fault)
            continue
        waiting[each.owner] += 1
        until = asking.now + timedelta(days=row["days"])
        asked = {"user": row["user_id"], "asked": row["friend_id"], "message": asking.message}
        out.write("user-ASKED-user", id=new_id(), at=asking.now, expires_at=until, **asked)


def _looked_up(named: Iterator[Named], asking: Asking) -> Iterator[tuple[Named, Row]]:
    """Each with what the graph says of the two."""
    while batch := list(islice(named, BATCH)):
        rows = [{"owner": each.owner, "friend": each.friend} for each in batch]
        found = asking.graph.rows("people/askable", rows=rows, now=asking.now)
        told = {(row["owner"], row["friend"]): row for row in found}
        yield from ((each, told[each.owner, each.friend]) for each in batch)


def _fault(row: Row, more: int) -> str | None:
    if row["reason"]:
        return REASONS[row["reason"]]
    if row["waiting"] + more >= row["limit"]:
        return f"would be more than {row['limit']} requests of one person that wait"
    return None


def _each_once(named: list[Named], rejects: Rejects) -> Iterator[Named]:
    had: set[tuple[str, str]] = set()
    for each in named:
        if (each.owner, each.friend) in had:
            rejects.add(each.place, "was told before")
        elif (each.friend, each.owner) in had:
            rejects.add(each.place, "was told before, the other way round; one request is enough")
        else:
            had.add((each.owner, each.friend))
            yield each


def _named(path: Path, rejects: Rejects, owner: str | None) -> Iterator[Named]:
    header: list[str] | None = None
    for place, row in sources.table(path):
        if header is None:
            header = _header(place, row, owner)
            if header == [cells.folded(cell) for cell in row]:
                continue
        _no_address_book(place, header, row)
        told = dict(zip(header, row, strict=False))
        whose = _handle(told, OWNERS) or fold(owner or "")
        friend = _handle(told, FRIENDS if told.keys() & set(FRIENDS) else NAMES)
        if whose and friend:
            yield Named(place, whose, friend)
        else:
            rejects.add(place, "names nobody")


def _header(place: Place, row: list[str], owner: str | None) -> list[str]:
    """The columns' names; a list of handles alone has one column, `handle`."""
    names = [cells.folded(cell) for cell in row]
    if row[0].upper().startswith("BEGIN:VCARD"):
        raise BadSource(f"{place}: is a vCard; no address books are taken")
    if not set(names) & {*FRIENDS, *NAMES}:
        if len(names) > 1:
            raise BadSource(f"{place}: no column is called {', '.join([*FRIENDS, *NAMES])}")
        names = ["handle"]
    if not owner and not set(names) & set(OWNERS):
        raise BadSource(f"{place}: no column is called {', '.join(OWNERS)}; say whose friends they are: --of")
    return names


def _no_address_book(place: Place, header: list[str], row: list[str]) -> None:
    for name, cell in zip(header, row, strict=False):
        kind = cells.reaches_people(cell)
        if not kind and cell.strip() and NO_COLUMNS.search(name):
            kind = "how to reach people"
        if kind:
            why = f"holds {kind}; no address books are taken, so leave that column out"
            raise BadSource(f"{place} column {name}: {why}")


def _handle(told: dict[str, str], names: list[str]) -> str:
    """The first of these columns that holds something, as a handle."""
    found = (cells.plain(told.get(name, "")) for name in names)
    return fold(next((each for each in found if each), "").removeprefix("@"))
