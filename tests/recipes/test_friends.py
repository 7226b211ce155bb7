"""Friends of a chat app as requests that wait for consent."""

from datetime import timedelta
from pathlib import Path

import pytest

from service.errors import BadSource
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.recipes import friends
from service.recipes.friends import Asking
from service.recipes.rejects import Rejects
from service.recipes.seed_folder import SeedFolder
from tests.support.converting import rows
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import PersonMaker

EXPORT = """我,昵称,微信号,备注
ada,老朋友,@BOB,同学
ada,小蔡,cy,
ada,,,bob
ada,自己,ada,
ada,,fay,
ada,,dee,
ada,,eve,
ada,,gus,
ada,,hal,
ada,,ivy,
ada,,jo,
ada,,nobody,
cy,,ada,
bob,,ada,
zed,,bob,
ada,,@bob,
"""
REJECTS = [
    "friends.csv:3: names a friend already",
    "friends.csv:4: names nobody",
    "friends.csv:5: names the same person twice",
    "friends.csv:7: names a person who accepts no request",
    "friends.csv:8: names nobody who can be found here",
    "friends.csv:9: names a person with an open request already",
    "friends.csv:10: names a person who accepts no request",
    "friends.csv:11: names a person who has sent a request; accept that one",
    "friends.csv:12: names nobody who can be found here",
    "friends.csv:13: names nobody who can be found here",
    "friends.csv:14: repeats an earlier line, the other way round; one request is enough",
    "friends.csv:15: repeats an earlier line, the other way round; one request is enough",
    "friends.csv:16: belongs to nobody here",
    "friends.csv:17: repeats an earlier line",
]


@pytest.fixture
def convert(tmp_path: Path, graph: Graph) -> "type[Conversion]":
    """`convert(text, owner="ada")` converts such a file; see Conversion."""
    Conversion.folder, Conversion.graph = tmp_path, graph
    return Conversion


class Conversion:
    """The result of converting a file: `rows` of requests, and the `rejects`."""

    folder: Path
    graph: Graph

    def __init__(self, content: str | bytes, owner: str | None = None) -> None:
        file, reasons = self.folder / "friends.csv", self.folder / "rejects"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        folder = self.folder / "seeds"
        with reasons.open("w", encoding="utf-8") as every, SeedFolder(folder) as out:
            friends.convert([file], out, Rejects(every), Asking(self.graph, NOW, owner, "从微信来"))
        requests = folder / "user-ASKED-user.csv"
        self.rows = rows(requests) if requests.exists() else []
        self.rejects = sorted(
            reasons.read_text("utf-8").splitlines(), key=lambda line: int(line.split(":")[1].split()[0])
        )


def test_friends_become_requests_and_every_other_line_is_reported(
    convert: type[Conversion], given: Given, person: PersonMaker, tmp_path: Path, graph: Graph, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(cy) (bob) (fay) (dee)-[:BLOCKS]->(ada) (jo:Deactivated) (ivy)-[:ASKED]->(ada)")
    given("(ada)-[:ASKED]->(gus) (kim) (lee)")
    given.user("eve", discoverable=False)
    given.user("hal")
    given.edge("ada", "ASKED", "hal", at=NOW - 20 * DAY, expires_at=NOW - 6 * DAY, declined_at=NOW - 10 * DAY)
    result = convert(EXPORT.encode("gb18030"))
    assert result.rejects == REJECTS
    assert [(row["user"], row["asked"], row["message"]) for row in result.rows] == [
        ("ada", "bob", "从微信来"),
        ("ada", "fay", "从微信来"),
    ]
    until = (NOW + timedelta(days=14)).isoformat().replace("+00:00", "Z")
    assert {row["expires_at"] for row in result.rows} == {until}
    everybody = "MATCH (user:User) OPTIONAL MATCH (user)-[friend:FRIEND]->() RETURN [count(*), count(friend)]"
    before = cypher.value(everybody)
    seeds.load(graph, tmp_path / "seeds")
    assert cypher.value(everybody) == before
    (waiting,) = person("bob").get("/v1/me/friend-requests").json["items"]
    assert (waiting["user"]["id"], waiting["message"]) == ("ada", "从微信来")
    with cypher.ruled(open_requests=4):  # three wait
        result = convert("@kim\nlee\nivy\n", owner="ADA")
    assert [row["asked"] for row in result.rows] == ["kim"]
    assert result.rejects == [
        "friends.csv:2: would give one person more than 4 open requests",
        "friends.csv:3: names a person who has sent a request; accept that one",
    ]


@pytest.mark.parametrize(
    ("content", "owner", "fault"),
    [
        ("昵称,手机号\nbob,随便\n", "ada", "friends.csv:2 column 手机号: holds how to reach people"),
        (
            "昵称,备注\nbob,同学\ncy,妈妈 138-1234-5678\n",
            "ada",
            "friends.csv:3 column 备注: holds phone numbers",
        ),
        ("bob\nada@example.com\n", "ada", "friends.csv:2 column handle: holds e-mail addresses"),
        (
            "BEGIN:VCARD\nFN:Bob\nEND:VCARD\n",
            "ada",
            "friends.csv:1: is a vCard, and address books are not accepted",
        ),
        ("bob\n", None, "name the owner with --of"),
        ("头像,地区\na.png,杭州\n", "ada", "friends.csv:1: no column is called handle"),
    ],
)
def test_address_books_and_files_of_another_kind_are_refused_in_one_line(
    tmp_path: Path, content: str, owner: str | None, fault: str
) -> None:
    (tmp_path / "friends.csv").write_text(content, "utf-8")
    asking = Asking(None, NOW, owner)  # type: ignore[arg-type]  # refused before the first query
    with pytest.raises(BadSource) as refusal, SeedFolder(tmp_path / "seeds") as out:
        friends.convert([tmp_path / "friends.csv"], out, Rejects(), asking)
    assert fault in str(refusal.value)
    assert not [each for each in ("138", "example") if each in str(refusal.value)]
    assert not (tmp_path / "seeds").exists()
