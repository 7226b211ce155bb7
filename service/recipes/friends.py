"""Friends exported from a chat app, converted to friend requests: each waits for the other's consent.

The recipe reads handles of this installation, one a line or in a column with a known name.
It accepts no address books: it refuses a whole file that holds phone numbers or e-mail addresses.
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
NAMES = ["昵称", "nickname", "备注", "remark", "name"]  # used when no column of FRIENDS is there
NO_COLUMNS = re.compile(
    r"手机|电话|邮箱|邮件|住址|地址|身份证|phone|mobile|\btel\b|e-?mail|address", re.IGNORECASE
)
REASONS = {
    "no_owner": "belongs to nobody here",
    "unknown": "names nobody who can be found here",
    "self": "names the same person twice",
    "friends": "names a friend already",
    "closed": "names a person who accepts no request",
    "asked": "names a person with an open request already",
    "asks": "names a person who has sent a request; accept that one",
}


@dataclass(frozen=True)
class Named:
    """The two handles that a line names."""

    place: Place
    owner: str
    friend: str


@dataclass(frozen=True)
class Asking:
    """The graph, the time, the owner for files without an owner column, and the text of each request."""

    graph: Graph
    now: datetime
    owner: str | None = None
    message: str | None = None


def convert(paths: list[Path], out: SeedFolder, rejects: Rejects, asking: Asking) -> None:
    """Write user-ASKED-user.csv; raises BadSource for a file without handles, or with phones or mail."""
    named = [each for path in paths for each in _named(path, rejects, asking.owner)]
    waiting: Counter[str] = Counter()
    for each, row in _looked_up(_each_once(named, rejects), asking):
        if fault := _fault(row, waiting[each.owner]):
            rejects.add(each.place, fault)
            continue
        waiting[each.owner] += 1
        until = asking.now + timedelta(days=row["days"])
        request = {"user": row["user_id"], "asked": row["friend_id"], "message": asking.message}
        out.write("user-ASKED-user", id=new_id(), at=asking.now, expires_at=until, **request)


def _looked_up(named: Iterator[Named], asking: Asking) -> Iterator[tuple[Named, Row]]:
    """Each pair with the row that the graph returns for it."""
    while batch := list(islice(named, BATCH)):
        pairs = [{"owner": each.owner, "friend": each.friend} for each in batch]
        rows = asking.graph.rows("people/askable", rows=pairs, now=asking.now)
        by_pair = {(row["owner"], row["friend"]): row for row in rows}
        yield from ((each, by_pair[each.owner, each.friend]) for each in batch)


def _fault(row: Row, more: int) -> str | None:
    if row["reason"]:
        return REASONS[row["reason"]]
    if row["waiting"] + more >= row["limit"]:
        return f"would give one person more than {row['limit']} open requests"
    return None


def _each_once(named: list[Named], rejects: Rejects) -> Iterator[Named]:
    seen: set[tuple[str, str]] = set()
    for each in named:
        if (each.owner, each.friend) in seen:
            rejects.add(each.place, "repeats an earlier line")
        elif (each.friend, each.owner) in seen:
            rejects.add(each.place, "repeats an earlier line, the other way round; one request is enough")
        else:
            seen.add((each.owner, each.friend))
            yield each


def _named(path: Path, rejects: Rejects, owner: str | None) -> Iterator[Named]:
    header: list[str] | None = None
    for place, row in sources.table(path):
        if header is None:
            header = _header(place, row, owner)
            if header == [cells.folded(cell) for cell in row]:
                continue
        _no_address_book(place, header, row)
        by_column = dict(zip(header, row, strict=False))
        own = _handle(by_column, OWNERS) or fold(owner or "")
        friend = _handle(by_column, FRIENDS if by_column.keys() & set(FRIENDS) else NAMES)
        if own and friend:
            yield Named(place, own, friend)
        else:
            rejects.add(place, "names nobody")


def _header(place: Place, row: list[str], owner: str | None) -> list[str]:
    """The columns' names; a list of handles alone has one column, `handle`."""
    names = [cells.folded(cell) for cell in row]
    if row[0].upper().startswith("BEGIN:VCARD"):
        raise BadSource(f"{place}: is a vCard, and address books are not accepted")
    if not set(names) & {*FRIENDS, *NAMES}:
        if len(names) > 1:
            raise BadSource(f"{place}: no column is called {', '.join([*FRIENDS, *NAMES])}")
        names = ["handle"]
    if not owner and not set(names) & set(OWNERS):
        raise BadSource(f"{place}: no column is called {', '.join(OWNERS)}; name the owner with --of")
    return names


def _no_address_book(place: Place, header: list[str], row: list[str]) -> None:
    for name, cell in zip(header, row, strict=False):
        kind = cells.reaches_people(cell)
        if not kind and cell.strip() and NO_COLUMNS.search(name):
            kind = "how to reach people"
        if kind:
            why = f"holds {kind}; address books are not accepted, so remove that column"
            raise BadSource(f"{place} column {name}: {why}")


def _handle(by_column: dict[str, str], names: list[str]) -> str:
    """The first of these columns that is not empty, as a handle."""
    texts = (cells.plain(by_column.get(name, "")) for name in names)
    return fold(next((text for text in texts if text), "").removeprefix("@"))
