"""A store with the schema and the rules, copied into each new CIRCLE_HOME of the tests.

To make one takes a fresh server three times as long as to start. It is kept in the cache of this machine
for as long as the files that it is made of stay the same.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from service.graph.ready import prepare
from service.graph.server.embedded import server
from service.graph.server.flock import exclusive
from service.settings import ROOT, Settings

FOLDERS = ("cypher/schema", "cypher/seed", "cypher/ops", "seeds/rules", "service/graph")
STORE = "neo4j"


def furnish(settings: Settings) -> None:
    """Give the empty CIRCLE_HOME of these settings a copy of the store, unless it has one."""
    own = settings.home / STORE
    if own.exists():
        return
    folder = settings.cache / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    with exclusive(folder / "template.lock", "another run makes the store of the tests"):
        template = folder / key()
        if not template.exists():
            _make(settings, folder, template)
        own.mkdir(mode=0o700, parents=True)
        shutil.copytree(template / "data", own / "data")
        shutil.copy2(template / "password", own / "password")


def key() -> str:
    """Changes with every file that the store is made of."""
    digest = sha256()
    for file in _files():
        digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    for folder in FOLDERS:
        files = (ROOT / folder).rglob("*")
        yield from sorted(file for file in files if file.is_file() and file.suffix != ".pyc")


def _make(settings: Settings, folder: Path, template: Path) -> None:
    """Make the store in a home of its own; older ones go."""
    for old in folder.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
    own = replace(settings, home=folder / "draft")
    own.home.mkdir()
    with server(own) as address:
        prepare(address)
    (own.home / STORE).rename(template)
    own.home.rmdir()
