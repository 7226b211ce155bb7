"""The jars of a lock: downloaded once per user, each checked by its SHA-256 before its use.

A lock has a line `group:artifact:packaging[:classifier]:version sha256 bytes` for each jar;
`.ci/relock` writes the lock.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from service.errors import Unavailable
from service.graph.server.flock import exclusive
from service.graph.server.jar import Jar, matches

Stamps = dict[str, list[int]]


def read(lock: Path) -> list[Jar]:
    """The jars of a lock, in its order."""
    lines = lock.read_text("utf-8").splitlines()
    return [Jar.of(line) for line in lines if line and not line.startswith("#")]


def fetch(lock: Path, cache: Path, repository: str | None = None) -> list[Path]:
    """The file of each jar of the lock under `cache`, in order; downloads missing ones.

    A file unchanged since its last check is not read again: a warm call costs one `stat` per jar, and no
    network. `repository` is the address of a Maven repository (default: jgo's). Raises Unavailable when
    a jar of this SHA-256 cannot be downloaded.
    """
    jars = read(lock)
    if _unverified(jars, cache, _remembered(cache)):
        try:
            _complete(jars, cache, repository)
        except OSError as error:
            raise Unavailable(f"Cannot keep the jars in {cache}: {error.strerror}.") from error
    return [cache / jar.path for jar in jars]


def _complete(jars: list[Jar], cache: Path, repository: str | None) -> None:
    # The resolver takes half a second to import, and a warm start never needs it.
    from service.graph.server.download import download  # noqa: PLC0415

    cache.mkdir(parents=True, exist_ok=True)
    with exclusive(cache / "download.lock", "another command is downloading the same files"):
        stamps = _remembered(cache)
        suspects = _unverified(jars, cache, stamps)
        download([jar for jar in suspects if not matches(cache / jar.path, jar)], cache, repository)
        stamps.update({str(jar.path): _stamp(jar, cache) for jar in suspects})
        _remember(stamps, cache)


def _unverified(jars: Iterable[Jar], cache: Path, stamps: Stamps) -> list[Jar]:
    return [jar for jar in jars if stamps.get(str(jar.path)) != _stamp(jar, cache)]


def _stamp(jar: Jar, cache: Path) -> list[int]:
    """Size and time of the file, which change when somebody writes to it; 0, 0 when absent."""
    try:
        status = (cache / jar.path).stat()
    except FileNotFoundError:
        return [0, 0]
    return [status.st_size, status.st_mtime_ns]


def _remembered(cache: Path) -> Stamps:
    try:
        stamps: Stamps = json.loads((cache / "verified.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps


def _remember(stamps: Stamps, cache: Path) -> None:
    draft = cache / "verified.draft"
    draft.write_text(json.dumps(stamps), "utf-8")
    draft.replace(cache / "verified.json")
