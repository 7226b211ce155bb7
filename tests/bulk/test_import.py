"""`circle import`: the same graph as `circle seed`, whatever is killed; faults named by file and line."""

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from service import bulk, town
from service.credentials.keys import keys
from service.errors import BadSeed, Misconfigured, Unavailable
from service.graph.client import Graph
from service.graph.ready import opened, prepare
from service.graph.seeds import load as seeds
from service.graph.server import embedded
from service.settings import Settings, from_env
from service.town.plan import LEAST_USERS, Plan
from tests.bulk.importing import Home, importer, merged
from tests.graph.seeds.test_faults import FAULTS
from tests.support.cypher import Cypher
from tests.support.processes import CIRCLE, SECONDS, descendants, kill
from tests.support.seeded import TINY, everything

pytestmark = pytest.mark.timeout(900)  # a store of its own is started three times
ANCHOR = datetime(2030, 1, 1, tzinfo=UTC)
STILL_GOOD = (
    "bob-oolong-coupon,bob-oolong-order,teahouse-program,5,"
    "2029-12-05T03:00:00Z,2030-02-03T03:00:00Z,2030-03-05T03:00:00Z,"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of row: seeds/tiny, a small town, and a revoked coupon whose share is not withdrawn."""
    place = tmp_path_factory.mktemp("folders")
    town.generate(place / "town", Plan(LEAST_USERS, 7, ANCHOR, friends=8, shares=0.7))
    merged(TINY, place / "town", place / "both")
    coupons = (place / "both" / "coupon.csv").read_text("utf-8")
    assert coupons.count(STILL_GOOD) == 1
    revoked = coupons.replace(STILL_GOOD, f"{STILL_GOOD}2029-12-21T03:00:00Z")
    (place / "both" / "coupon.csv").write_text(revoked, "utf-8")
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


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Iterator[Home]:
    place = Home(tmp_path_factory.mktemp("home"), settings)
    try:
        subprocess.run([*CIRCLE, "db", "start"], env=place.environment, check=True, stdout=subprocess.DEVNULL)
        with embedded.server(place.settings) as address:
            prepare(address)
        yield place
    finally:
        embedded.stop(place.settings)


def test_a_killed_import_leaves_the_old_store_and_its_next_run_builds_the_graph_of_seeds(
    home: Home, packed: Path, folder: Path, graph: Graph, cypher: Cypher, settings: Settings, tmp_path: Path
) -> None:
    with home.importing(packed) as command:
        assert importer(command).is_running()
        kill(descendants(command.pid))
    with embedded.server(home.settings) as address, opened(address) as old:
        assert old.rows("ops/anyone") == []
        assert old.one("levels/rules")

    report = tmp_path / "report.json"
    with home.importing(packed, "--report", str(report)) as again:
        stdout, stderr = again.communicate(timeout=SECONDS * 4)
        assert again.returncode == 0, stdout + stderr
    assert json.loads(report.read_text())["resumed"]
    assert list((home.place / "import").iterdir()) == [home.place / "import" / "import.lock"]

    seeds.load(graph, folder, fingerprint=keys(settings).fingerprint)
    with embedded.server(home.settings) as address, Cypher(address) as new:
        wanted, imported = Counter(everything(cypher)), Counter(everything(new))
    assert [row for row in imported - wanted if "applied_at" not in row] == []
    assert [row for row in wanted - imported if "applied_at" not in row] == []

    with pytest.raises(Unavailable, match=r"^Nothing to do: this folder was imported before"):
        bulk.load(home.settings, packed)
    with pytest.raises(Unavailable, match=r"^The store is not empty: it holds .* `circle seed` adds"):
        bulk.load(home.settings, folder)


def broken(folder: Path, cases: list[dict[str, str]]) -> list[dict[str, str]]:
    """Break a copy of seeds/tiny in as many of these ways as go together; returns these ways."""
    shutil.copytree(TINY, folder)
    done = []
    for case in cases:
        file = folder / case["file"]
        if case["old"] in (text := file.read_text("utf-8")):
            file.write_text(text.replace(case["old"], case["new"], 1), "utf-8")
            done.append(case)
    return done


def test_an_import_reports_the_faults_of_a_seed_in_the_same_words(tmp_path: Path) -> None:
    """Many at a time: a fault of one kind keeps the import from looking for those of a later kind."""
    settings, left, turn = from_env({"CIRCLE_HOME": str(tmp_path / "home")}), list(FAULTS.values()), 0
    while left:
        turn += 1
        done = broken(tmp_path / f"{turn}", left)
        with pytest.raises(BadSeed) as caught:
            bulk.load(settings, tmp_path / f"{turn}", dry_run=True)
        faults = caught.value.faults
        reported = {id(case) for case in done for fault in faults if fault.startswith(case["fault"])}
        assert reported, (done, faults)
        left = [case for case in left if id(case) not in reported]


def test_a_database_elsewhere_takes_no_import_but_a_dry_run(tmp_path: Path, database: dict[str, str]) -> None:
    settings = from_env({**database, "CIRCLE_HOME": str(tmp_path / "home")})
    assert bulk.load(settings, TINY, dry_run=True).rows["user"] > 0
    with pytest.raises(Misconfigured, match=r"^NEO4J_URI is set: an import works with the embedded"):
        bulk.load(settings, TINY)


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
