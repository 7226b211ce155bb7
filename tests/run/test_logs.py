"""Logs: what a terminal shows, and what a file keeps."""

import json
import logging
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import structlog

from service import logs
from service.cli.serve import for_people
from service.errors import Misconfigured
from service.logs import configure
from service.settings import from_env


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """The logs of this process are again what they were."""
    before = structlog.get_config()
    yield
    logging.shutdown()  # closes files
    structlog.configure(**before)


def test_a_quiet_terminal_beside_a_file_that_keeps_who_asked_what(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "logs" / "service.log"
    configure("warning", file)
    log = structlog.get_logger()
    log.debug("detail")
    log.info("cypher", by="amy", query="RETURN 1 AS x")
    try:
        secret = int("not told 一")
    except ValueError:
        log.exception("failed")
    else:
        assert not secret
    shown = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    kept = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [line["event"] for line in shown] == ["failed"]
    assert [line["event"] for line in kept] == ["cypher", "failed"]
    assert (kept[0]["by"], kept[0]["level"], kept[0]["query"]) == ("amy", "info", "RETURN 1 AS x")
    assert kept[1]["exception"] == shown[0]["exception"]
    assert "locals" not in kept[1]["exception"][0]["frames"][0]
    assert file.stat().st_mode & 0o077 == 0
    logging.shutdown()
    configure("debug", file)
    structlog.get_logger().debug("detail")
    assert "detail" in capsys.readouterr().err
    assert "detail" in file.read_text("utf-8")


def test_several_processes_write_one_file_of_bounded_size_and_no_line_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock counts per open file, so doors of one process meet as those of several do."""
    monkeypatch.setattr(logs, "MOST_BYTES", 10_000)
    monkeypatch.setattr(logs, "OLDER", 20)
    path, lines = tmp_path / "service.log", [f"{'x' * 90} {n}" for n in range(200)]
    doors = [logs.into(path) for _ in range(3)]
    with ThreadPoolExecutor(len(doors)) as pool:
        list(pool.map(lambda door: [door(None, "info", {"event": line}) for line in lines], doors))
    files = [path, *tmp_path.glob("service.log.[0-9]*")]
    found = sorted(
        json.loads(line)["event"] for file in files for line in file.read_text("utf-8").splitlines()
    )
    assert found == sorted(lines * len(doors))
    assert len(files) > 5
    assert max(file.stat().st_size for file in files) < 11_000
    logging.shutdown()
    with pytest.raises(Misconfigured, match=r"CIRCLE_LOG_FILE=.* cannot be written"):
        logs.into(path / "below" / "a file")


def test_the_demo_logs_to_a_file_of_its_home_where_the_environment_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CIRCLE_DEMO", "CIRCLE_LOG_LEVEL", "CIRCLE_LOG_FILE"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("CIRCLE_HOME", str(tmp_path))
    settings = for_people()
    assert (settings.demo, settings.log_level) == (True, "warning")
    assert settings.log_file == tmp_path / "logs" / "service.log"
    assert from_env() == settings
    os.environ.update({"CIRCLE_LOG_LEVEL": "info", "CIRCLE_LOG_FILE": str(tmp_path / "mine")})
    assert (for_people().log_level, for_people().log_file) == ("info", tmp_path / "mine")
    with pytest.raises(Misconfigured, match="debug, info, warning or error"):
        from_env({"CIRCLE_LOG_LEVEL": "loud"})
