"""`circle import`: the same graph as `circle seed`, whatever is killed; faults named by file and line."""

import csv
import json
import os
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import psutil
import pytest

from service import bulk, town
from service.credentials.keys import keys
from service.errors import BadSeed, Unavailable
from service.graph.client import Graph
from service.graph.ready import opened, prepare
from service.graph.seeds import load as seeds
from service.graph.server import embedded
from service.settings import Settings, from_env
from service.town.plan import LEAST_USERS, Plan
from tests.graph.seeds.test_faults import FAULTS
from tests.support.cypher import Cypher
from tests.support.running import CIRCLE, QUICK, SECONDS
from tests.support.seeded import TINY, everything

pytestmark = pytest.mark.timeout(900)  # a store of its own is started three times
ANCHOR = datetime(2030, 1, 1, tzinfo=UTC)


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def merged(one: Path, other: Path, into: Path) -> None:
    """The rows of two folders, file by file."""
    into.mkdir()
    for name in sorted({file.name for folder in (one, other) for file in folder.glob("*.csv")}):
        rows = [row for folder in (one, other) if (folder / name).exists() for row in rows_of(folder / name)]
        columns = dict.fromkeys(column for row in rows for column in row)
        with (into / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
    (into / "seed.json").write_text('{"name": "both", "anchor": "2030-01-01T00:00:00Z"}')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of row: seeds/tiny and a small town."""
    place = tmp_path_factory.mktemp("folders")
    town.generate(place / "town", Plan(LEAST_USERS, 7, ANCHOR, friends=8, shares=0.7))
    merged(TINY, place / "town", place / "both")
    return place / "both"


@pytest.fixture(scope="module")
def packed(folder: Path) -> Path:
    """The same rows, some in gzip and some in Parquet, typed as tables are."""
    place = folder.with_name("packed")
    shutil.copytree(folder, place)
    for name in ("user-FRIEND-user", "share"):
        subprocess.run(["gzip", str(place / f"{name}.csv")], check=True)
    for name in ("purchase", "platform_account", "user"):
        with duckdb.connect() as database:
            database.execute(
                f"COPY (FROM read_csv('{place}/{name}.csv', nullstr = '')) TO '{place}/{name}.parquet'"
            )
        (place / f"{name}.csv").unlink()
    return place


class Home:
    """A CIRCLE_HOME with an empty store whose server is kept running."""

    def __init__(self, place: Path, settings: Settings) -> None:
        self.place = place
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")},
            "CIRCLE_HOME": str(place),
            "CIRCLE_CACHE": str(settings.cache),
            "CIRCLE_SECRET": settings.secret,
            "CIRCLE_NEO4J_JAVA": " ".join(QUICK),
        }
        self.settings = from_env(self.environment)

    def start(self, folder: Path, *words: str) -> subprocess.Popen[str]:
        """`circle import FOLDER` at work."""
        return subprocess.Popen(
            [*CIRCLE, "import", str(folder), *words],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def importer(command: subprocess.Popen[str]) -> psutil.Process:
    """The java that makes the store, once it does."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        assert command.poll() is None, command.communicate()
        for child in psutil.Process(command.pid).children():
            if any("admin.args" in word for word in child.cmdline()):
                files = child.open_files()
                if any("import" in file.path and "databases/neo4j" in file.path for file in files):
                    return child
        time.sleep(0.02)
    raise AssertionError("the importer did not begin")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Iterator[Home]:
    made = Home(tmp_path_factory.mktemp("home"), settings)
    subprocess.run([*CIRCLE, "db", "start"], env=made.environment, check=True, stdout=subprocess.DEVNULL)
    with embedded.server(made.settings) as address:
        prepare(address)
    yield made
    embedded.stop(made.settings)


def test_an_import_that_is_killed_leaves_the_old_store_and_goes_on_to_the_graph_that_seeds_give(
    home: Home, packed: Path, folder: Path, graph: Graph, cypher: Cypher, settings: Settings, tmp_path: Path
) -> None:
    command = home.start(packed)
    java = importer(command)
    for process in (command, java):
        process.send_signal(signal.SIGKILL)
    command.communicate()
    java.wait(SECONDS)
    with embedded.server(home.settings) as address, opened(address) as old:
        assert old.rows("ops/anyone") == []
        assert old.one("levels/rules")

    report = tmp_path / "report.json"
    again = home.start(packed, "--report", str(report))
    told, said = again.communicate(timeout=SECONDS * 4)
    assert again.returncode == 0, told + said
    assert json.loads(report.read_text())["resumed"]
    assert list((home.place / "import").iterdir()) == [home.place / "import" / "import.lock"]

    seeds.load(graph, folder, fingerprint=keys(settings).fingerprint)
    with embedded.server(home.settings) as address, Cypher(address) as new:
        wanted, found = Counter(everything(cypher)), Counter(everything(new))
    assert [row for row in found - wanted if "applied_at" not in row] == []
    assert [row for row in wanted - found if "applied_at" not in row] == []

    with pytest.raises(Unavailable, match=r"^Nothing to do: the store is what this folder says"):
        bulk.load(home.settings, packed)
    with pytest.raises(Unavailable, match=r"^The store is not empty: it holds .* `circle seed` loads"):
        bulk.load(home.settings, folder)


def broken(folder: Path, cases: list[dict[str, str]]) -> list[dict[str, str]]:
    """Break a copy of seeds/tiny in as many of these ways as go together, and say in which."""
    shutil.copytree(TINY, folder)
    done = []
    for case in cases:
        file = folder / case["file"]
        if case["old"] in (text := file.read_text("utf-8")):
            file.write_text(text.replace(case["old"], case["new"], 1), "utf-8")
            done.append(case)
    return done


def test_what_a_seed_is_refused_for_an_import_is_refused_for_in_the_same_words(tmp_path: Path) -> None:
    """Many at a time, as a fault of one kind keeps those of a later kind from being looked for."""
    settings, left, turn = from_env({"CIRCLE_HOME": str(tmp_path / "home")}), list(FAULTS.values()), 0
    while left:
        turn += 1
        done = broken(tmp_path / f"{turn}", left)
        with pytest.raises(BadSeed) as caught:
            bulk.load(settings, tmp_path / f"{turn}", dry_run=True)
        told = {id(case) for case in done for fault in caught.value.faults if fault.startswith(case["fault"])}
        assert told, (done, caught.value.faults)
        left = [case for case in left if id(case) not in told]


def test_faults_beyond_a_hundred_are_counted_by_file(tmp_path: Path) -> None:
    rows = "\n".join(f"w{number},Thing" for number in range(250))
    (tmp_path / "category.csv").write_text(f"id,name_zh,name_en\n{rows.replace(',', ',,')}\n")
    (tmp_path / "diary.csv").write_text("id\n")
    settings = from_env({"CIRCLE_HOME": str(tmp_path / "home")})
    with pytest.raises(BadSeed, match=r"^diary.csv:1:1 no file of an import has this name"):
        bulk.load(settings, tmp_path, dry_run=True)
    (tmp_path / "diary.csv").unlink()
    with pytest.raises(BadSeed) as caught:
        bulk.load(settings, tmp_path, dry_run=True)
    assert caught.value.faults[0] == "category.csv:2:2 column name_zh: is empty"
    assert caught.value.faults[-1] == "… 250 faults in category.csv"


def test_a_dry_run_counts_rows_moves_instants_and_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    settings = from_env({"CIRCLE_HOME": str(tmp_path / "home")})
    report = bulk.load(settings, folder, dry_run=True, today=date(2029, 12, 1))
    assert report.shift_days == -31
    assert report.rows["user"] == 15 + LEAST_USERS
    assert list((tmp_path / "home" / "import").iterdir()) == [tmp_path / "home" / "import" / "import.lock"]
