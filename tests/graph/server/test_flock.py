"""Waiting for a lock that another command holds."""

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from time import monotonic

import pytest

from service.graph.server.flock import exclusive

SECONDS = 30


def test_whoever_waits_for_a_moment_is_told_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ThreadPoolExecutor(1) as pool, exclusive(tmp_path / "lock", "nobody"):
        waiting = pool.submit(_take, tmp_path / "lock", SECONDS)
    waiting.result(SECONDS)
    assert capsys.readouterr().err == ""


def test_whoever_waits_longer_is_told_what_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told, until = "", monotonic() + SECONDS
    with ThreadPoolExecutor(1) as pool:
        with exclusive(tmp_path / "lock", "nobody"):
            waiting = pool.submit(_take, tmp_path / "lock", 0)
            while not told and monotonic() < until:
                wait([waiting], 0.1)
                told = capsys.readouterr().err
        waiting.result(SECONDS)
    assert told == "Waiting: another holds it.\n"


def _take(file: Path, patience: float) -> None:
    with exclusive(file, "another holds it", patience=patience):
        pass
