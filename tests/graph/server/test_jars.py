"""Jars are fetched once, whole and as their lock describes them, or not at all."""

import hashlib
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from service.errors import Unavailable
from service.graph.server.jar import Jar
from service.graph.server.jars import fetch, read
from service.graph.server.java import LOCK

CONTENT = {
    "org/kettle/kettle/1.0/kettle-1.0.jar": b"kettle" * 50_000,
    "org/kettle/lid/2.1/lid-2.1-linux.jar": b"lid" * 1_000,
}


@dataclass
class Repository:
    """A Maven repository on loopback; `asked` are the jars that somebody fetched from it."""

    address: str = ""
    content: dict[str, bytes] = field(default_factory=lambda: dict(CONTENT))
    asked: list[str] = field(default_factory=list)
    cut: int = 0  # how many more answers break off in the middle


@pytest.fixture
def repository() -> Iterator[Repository]:
    kept = Repository()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.lstrip("/")
            if path not in kept.content:
                self.send_error(404)
                return
            kept.asked.append(path)
            body = kept.content[path]
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if kept.cut:
                kept.cut -= 1
                body = body[:100]
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as web:
        kept.address = f"http://127.0.0.1:{web.server_port}"
        thread = threading.Thread(target=web.serve_forever, args=(0.05,))
        thread.start()
        yield kept
        web.shutdown()
        thread.join()


def locked(folder: Path, **sizes: int) -> Path:
    """A lock of CONTENT, or with other sizes."""
    kettle, lid = CONTENT.values()
    lock = folder / "some.lock"
    lock.write_text(
        "# root: org.kettle:kettle:1.0\n"
        f"org.kettle:kettle:jar:1.0 {hashlib.sha256(kettle).hexdigest()} {sizes.get('kettle', len(kettle))}\n"
        f"org.kettle:lid:jar:linux:2.1 {hashlib.sha256(lid).hexdigest()} {len(lid)}\n"
    )
    return lock


def test_jars_come_once_in_the_order_of_their_lock(tmp_path: Path, repository: Repository) -> None:
    lock, cache = locked(tmp_path), tmp_path / "cache"

    files = fetch(lock, cache, repository.address)

    assert [file.read_bytes() for file in files] == list(CONTENT.values())
    assert sorted(repository.asked) == sorted(CONTENT)
    assert fetch(lock, cache, repository.address) == files
    assert len(repository.asked) == 2


def test_a_full_cache_needs_no_network(tmp_path: Path, repository: Repository) -> None:
    lock, cache = locked(tmp_path), tmp_path / "cache"
    files = fetch(lock, cache, repository.address)

    (cache / "verified.json").unlink()

    assert fetch(lock, cache, "http://127.0.0.1:1") == files


@pytest.mark.parametrize("broken", [b"", b"kettle" * 49_999, b"kettlE" * 50_000])
def test_a_broken_jar_is_fetched_again(broken: bytes, tmp_path: Path, repository: Repository) -> None:
    lock, cache = locked(tmp_path), tmp_path / "cache"
    kettle, _ = fetch(lock, cache, repository.address)
    repository.asked.clear()

    kettle.write_bytes(broken)
    fetch(lock, cache, repository.address)

    assert kettle.read_bytes() == b"kettle" * 50_000
    assert repository.asked == ["org/kettle/kettle/1.0/kettle-1.0.jar"]


def test_a_download_that_breaks_off_is_tried_again(tmp_path: Path, repository: Repository) -> None:
    repository.cut = 2

    files = fetch(locked(tmp_path), tmp_path / "cache", repository.address)

    assert [file.read_bytes() for file in files] == list(CONTENT.values())


def test_what_never_arrives_whole_is_not_kept(tmp_path: Path, repository: Repository) -> None:
    repository.cut = 100

    with pytest.raises(Unavailable, match=r"^Cannot download org\.kettle:\w+:\S+: .*network.*$"):
        fetch(locked(tmp_path), tmp_path / "cache", repository.address)

    assert not list((tmp_path / "cache").rglob("*.jar"))


def test_what_a_killed_download_left_is_no_hindrance(tmp_path: Path, repository: Repository) -> None:
    part = tmp_path / "cache" / "parts" / "org/kettle/kettle/1.0/kettle-1.0.jar"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"kett")

    files = fetch(locked(tmp_path), tmp_path / "cache", repository.address)

    assert files[0].read_bytes() == b"kettle" * 50_000
    assert not (tmp_path / "cache" / "parts").exists()


def test_another_file_under_the_same_name_is_refused(tmp_path: Path, repository: Repository) -> None:
    repository.content["org/kettle/kettle/1.0/kettle-1.0.jar"] = b"trojan"

    with pytest.raises(Unavailable, match=r"^org\.kettle:kettle:1\.0 .* SHA-256 differs\.$"):
        fetch(locked(tmp_path), tmp_path / "cache", repository.address)

    assert not (tmp_path / "cache/org/kettle/kettle/1.0/kettle-1.0.jar").exists()


def test_a_jar_that_is_not_offered_is_named(tmp_path: Path, repository: Repository) -> None:
    del repository.content["org/kettle/lid/2.1/lid-2.1-linux.jar"]

    with pytest.raises(Unavailable, match=r"^The Maven repository has no org\.kettle:lid:2\.1\.$"):
        fetch(locked(tmp_path), tmp_path / "cache", repository.address)


def test_no_network_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(
        Unavailable, match=r"^Cannot download \S+: ConnectionError\. .*CIRCLE_MAVEN_REPOSITORY"
    ):
        fetch(locked(tmp_path), tmp_path / "cache", "http://127.0.0.1:1")


def test_a_disk_that_is_too_small_is_told_before_the_download(tmp_path: Path, repository: Repository) -> None:
    with pytest.raises(Unavailable, match=r"^The disk is full: \d+ MB"):
        fetch(locked(tmp_path, kettle=10**18), tmp_path / "cache", repository.address)

    assert not repository.asked


def test_two_at_once_download_once(tmp_path: Path, repository: Repository) -> None:
    lock, cache = locked(tmp_path), tmp_path / "cache"

    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: fetch(lock, cache, repository.address), range(2)))

    assert both[0] == both[1]
    assert sorted(repository.asked) == sorted(CONTENT)


def test_the_lock_of_neo4j_names_each_jar_once() -> None:
    jars = read(LOCK)

    assert len({jar.path for jar in jars}) == len(jars) > 200
    assert {len(jar.sha256) for jar in jars} == {64}
    assert "org.neo4j:neo4j:2026.08.1" in map(str, jars)


def test_a_classifier_is_part_of_the_file_name() -> None:
    jar = Jar.of(f"io.netty:netty-epoll:jar:linux-x86_64:4.2 {'0' * 64} 1")

    assert jar.path == Path("io/netty/netty-epoll/4.2/netty-epoll-4.2-linux-x86_64.jar")
