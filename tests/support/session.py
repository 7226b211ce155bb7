"""A run of pytest: what begins first, and that nothing is left running."""

import pytest

from service.settings import ROOT
from tests.support.reaper import Reaper

TESTS = ROOT / "tests"
REAPER = pytest.StashKey[Reaper]()
# The files that take longest; the browser's follow.
LONG = (
    "rules/test_readme.py",
    "bulk/test_import.py",
    "copy/test_copy.py",
    "run/test_crash.py",
    "live/test_events.py",
    "cli/test_db.py",
    "cli/test_signals.py",
    "graph/server/test_embedded.py",
    "town/test_town.py",
    "actions/test_event_order.py",
    "queries/test_visibility.py",
    "web/",
)


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark of tests whose graph the service could not have made; begin to watch the processes."""
    config.addinivalue_line("markers", "unchecked: leaves a graph that breaks its invariants on purpose")
    if not hasattr(config, "workerinput"):  # one reaper for all processes of pytest-xdist
        config.stash[REAPER] = Reaper()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no process is left with one of them at the end."""
    items.sort(key=lambda item: not item.path.relative_to(TESTS).as_posix().startswith(LONG))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """End what the tests have left running; the run has then failed, and says what was left."""
    reaper = session.config.stash.get(REAPER, None)
    if reaper and (left := reaper.close()):
        print("\nLeft running by the tests:", *left, sep="\n")  # noqa: T201
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
