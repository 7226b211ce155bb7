"""What is done now and then, by one process of its own. The only import of apscheduler.

A status is right without any job (domain.md, decision 2): jobs keep paths short and stores small.
Each is a query that may run twice, in two workers, late or never.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler

from service.errors import CircleError, Unavailable
from service.graph.client import Graph, Row
from service.tokens import new_id

OPERATIONS_KEPT = timedelta(hours=25)
CLOCK_ERROR = timedelta(hours=2)
HEARTBEAT = "worker.alive"
HEARTBEAT_SECONDS = 30
log = structlog.get_logger()


def _surely_past(now: datetime) -> Row:
    """An instant that is past even if this machine's clock is an hour fast."""
    return {"now": now - CLOCK_ERROR}


def _op(_: datetime) -> Row:
    return {"op": new_id()}


def _yesterday(now: datetime) -> Row:
    return {"before": now - OPERATIONS_KEPT}


# query, seconds between two runs, what it is told of the time
JOBS: list[tuple[str, int, Callable[[datetime], Row]]] = [
    ("jobs/expire_shares", 600, _surely_past),
    ("jobs/trim_reaches", 600, _op),
    ("jobs/forget_operations", 600, _yesterday),
    ("jobs/forget_sessions", 3600, _surely_past),
]


def run_all(graph: Graph, now: datetime) -> dict[str, int]:
    """Run every job once, in order; what each has changed, by its query."""
    return {query: run(graph, query, told(now)) for query, _, told in JOBS}


def run(graph: Graph, query: str, parameters: Row) -> int:
    """Run one job: how many nodes or edges it has changed."""
    changed = int(next(iter(graph.one(query, **parameters).values())))
    if changed:
        log.info("job", query=query, changed=changed)
    return changed


def work(graph: Graph, home: Path) -> None:
    """Run the jobs until told to stop; the file `worker.alive` in `home` shows that it lives."""
    scheduler = BlockingScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )
    soon = datetime.now(UTC)
    for query, seconds, told in JOBS:
        scheduler.add_job(_quietly, "interval", (graph, query, told), seconds=seconds, next_run_time=soon)
    scheduler.add_job((home / HEARTBEAT).touch, "interval", seconds=HEARTBEAT_SECONDS, next_run_time=soon)
    scheduler.start()


def alive(home: Path, now: datetime) -> None:
    """Return when a worker of this home has shown life lately; raises Unavailable."""
    file = home / HEARTBEAT
    if not file.exists() or now.timestamp() - file.stat().st_mtime > 3 * HEARTBEAT_SECONDS:
        raise Unavailable("no worker has shown life lately")


def _quietly(graph: Graph, query: str, told: Callable[[datetime], Row]) -> None:
    """One run; what fails is logged and tried again at the next turn."""
    try:
        run(graph, query, told(datetime.now(UTC)))
    except CircleError as error:
        log.warning("job failed", query=query, reason=str(error))
