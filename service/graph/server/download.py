"""Download jars from a Maven repository, eight at a time, with a progress bar for people."""

import contextlib
import errno
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests
from jgo.maven import MavenContext, PythonResolver
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from service.errors import Unavailable
from service.graph.server.jar import Jar, matches

TRIES = 3
SECONDS = 60  # without one byte from the repository


def download(jars: list[Jar], cache: Path, repository: str | None = None) -> None:
    """Put each jar under `cache`; a file appears only when it is whole and its hash is right.

    The caller must hold a lock against other processes. Raises Unavailable.
    """
    if not jars:
        return
    total = sum(jar.size for jar in jars)
    if shutil.disk_usage(cache).free < total:
        raise _disk_full(cache, total)
    parts = cache / "parts"
    shutil.rmtree(parts, ignore_errors=True)  # of a download that was killed
    try:
        with _bar(len(jars), total) as advance:
            _all(jars, _maven(parts, repository, advance), cache)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise _disk_full(cache, total) from error
        raise
    finally:
        shutil.rmtree(parts, ignore_errors=True)


def _all(jars: list[Jar], maven: MavenContext, cache: Path) -> None:
    pool = ThreadPoolExecutor(max_workers=8)
    try:
        # Largest first, so that the last one to finish is a small one.
        queue = sorted(jars, key=lambda jar: -jar.size)
        list(pool.map(lambda jar: _one(jar, maven, cache), queue))
    finally:
        pool.shutdown(cancel_futures=True)


def _one(jar: Jar, maven: MavenContext, cache: Path) -> None:
    for left in reversed(range(TRIES)):
        try:
            part = _part(jar, maven)
        except requests.RequestException as error:
            if not left:
                raise _unreachable(jar, error) from error
            continue
        if matches(part, jar):
            (cache / jar.path).parent.mkdir(parents=True, exist_ok=True)
            part.replace(cache / jar.path)
            return
    raise Unavailable(f"{jar} as downloaded is not the file of the lock: its SHA-256 differs.")


def _part(jar: Jar, maven: MavenContext) -> Path:
    (maven.repo_cache / jar.path).unlink(missing_ok=True)
    component = maven.project(jar.group, jar.artifact).at_version(jar.version)
    try:
        return Path(component.artifact(jar.classifier, jar.packaging).resolve())
    except requests.RequestException:
        raise
    except RuntimeError as error:
        raise Unavailable(f"The Maven repository has no {jar}.") from error


def _maven(parts: Path, repository: str | None, advance: Callable[[int], None]) -> MavenContext:
    @contextlib.contextmanager
    def progress(_name: str, _size: int) -> Iterator[Callable[[int], None]]:
        yield advance

    return MavenContext(
        resolver=PythonResolver(progress_callback=progress),
        repo_cache=parts,
        remote_repos={"chosen": repository.rstrip("/")} if repository else None,
        timeout=SECONDS,
    )


@contextlib.contextmanager
def _bar(count: int, total: int) -> Iterator[Callable[[int], None]]:
    """A progress bar on stderr, or one line when stderr is no terminal. Yields a function of new bytes."""
    console = Console(stderr=True)
    title = f"Downloading {count} jars"
    if not console.is_terminal:
        console.print(f"{title} ({total / 1e6:.0f} MB), once for this user ...", highlight=False)
        yield lambda _: None
        return
    columns = (TextColumn(title), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("", total=total)
        yield lambda size: progress.advance(task, size)


def _disk_full(cache: Path, total: int) -> Unavailable:
    return Unavailable(f"The disk is full: {total / 1e6:.0f} MB of jars are needed in {cache}.")


def _unreachable(jar: Jar, error: requests.RequestException) -> Unavailable:
    return Unavailable(
        f"Cannot download {jar}: {type(error).__name__}. Is there a network? "
        "CIRCLE_MAVEN_REPOSITORY names another Maven repository."
    )
