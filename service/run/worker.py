"""The jobs, which one separate process runs regularly. Only this module imports apscheduler.

Every status is right without any job (domain.md, decision 2): jobs keep paths short and stores small.
A job may run twice, in two workers, late or never.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler

from service.actions import levels
from service.actions.erasure import erase_due
from service.actions.purchases import settle_due
from service.credentials.keys import Keys
from service.credentials.tokens import new_id
from service.errors import CircleError, Unavailable
from service.giveaways import steps
from service.graph.client import Graph, Row

OPERATIONS_KEPT = timedelta(hours=25)
CLOCK_ERROR = timedelta(hours=2)
HEARTBEAT = "worker.alive"
HEARTBEAT_SECONDS = 30
log = structlog.get_logger()


Work = Callable[[Graph, Keys, datetime], int]


def query(name: str, parameters: Callable[[datetime], Row]) -> Work:
    """A job of one query; the first column of its row counts the changes."""
    return lambda graph, _, now: int(next(iter(graph.one(name, **parameters(now)).values())))


def surely_past(now: datetime) -> Row:
    """An instant that is past even when this machine's clock is fast."""
    return {"now": now - CLOCK_ERROR}


def operation(_: datetime) -> Row:
    """A new operation id, for the locks of a job."""
    return {"op": new_id()}


def locked(now: datetime) -> Row:
    """A new operation id, and the instant."""
    return {"op": new_id(), "now": now}


def waited(now: datetime) -> Row:
    """A new operation id, and an instant that is surely past."""
    return operation(now) | surely_past(now)


def yesterday(now: datetime) -> Row:
    """The instant before which no client repeats a write."""
    return {"before": now - OPERATIONS_KEPT}


# name, seconds between two runs, work
JOBS: list[tuple[str, int, Work]] = [
    ("settle purchases", 600, lambda graph, _, now: settle_due(graph, now=now)),
    ("derive levels", 60, lambda graph, _, now: levels.refresh_due(graph, now=now)),
    ("draw giveaways", 15, steps.advance),
    ("expire shares", 600, query("jobs/expire_shares", surely_past)),
    ("trim reaches", 600, query("jobs/trim_reaches", operation)),
    ("tell purchases", 600, query("jobs/tell_purchases", locked)),
    ("tell matured", 600, query("jobs/tell_matured", locked)),
    ("tell reversed", 600, query("jobs/tell_reversed", locked)),
    ("tell expiring", 600, query("jobs/tell_expiring", locked)),
    ("erase who left", 3600, lambda graph, _, now: erase_due(graph, now=now - CLOCK_ERROR)),
    ("forget notifications", 3600, query("jobs/forget_notifications", surely_past)),
    ("forget operations", 600, query("jobs/forget_operations", yesterday)),
    ("forget searches", 3600, query("jobs/forget_searches", surely_past)),
    ("forget sessions", 3600, query("jobs/forget_sessions", surely_past)),
    ("forget photos", 3600, query("jobs/forget_photos", waited)),
    ("forget invites", 3600, query("jobs/forget_invites", surely_past)),
]


def agreed(graph: Graph, own: datetime) -> datetime:
    """The earlier of this machine's clock and the database's, so a fast clock ends nothing early.

    Raises Unavailable when they are more than two hours apart: one is wrong, and no job knows which.
    """
    stored: datetime = graph.one("jobs/clock")["now"]
    if abs(own - stored) > CLOCK_ERROR:
        raise Unavailable(f"the clock here says {own:%F %T}, the database's {stored:%F %T}")
    return min(own, stored)


def run_all(graph: Graph, keys: Keys, now: datetime) -> dict[str, int]:
    """Run every job once, in order. Returns the changes of each, by its name."""
    return {name: run(graph, keys, name, job, now) for name, _, job in JOBS}


def run(graph: Graph, keys: Keys, name: str, job: Work, now: datetime) -> int:
    """Run one job. Returns the number of its changes."""
    changed = job(graph, keys, now)
    if changed:
        log.info("job", name=name, changed=changed)
    return changed


def work(graph: Graph, keys: Keys, home: Path) -> None:
    """Run the jobs until a signal stops it, and touch the file `worker.alive` in `home` meanwhile.

    A job whose last run goes on misses a turn. That is normal, so apscheduler's warning is off.
    """
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    scheduler = BlockingScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )
    soon, stopping = datetime.now(UTC), Event()
    for name, seconds, job in JOBS:
        arguments = (graph, keys, name, job, stopping)
        scheduler.add_job(_quietly, "interval", arguments, name=name, seconds=seconds, next_run_time=soon)
    scheduler.add_job((home / HEARTBEAT).touch, "interval", seconds=HEARTBEAT_SECONDS, next_run_time=soon)
    try:
        scheduler.start()
    finally:
        stopping.set()  # no waiting job starts
        if scheduler.running:
            scheduler.shutdown(wait=True)  # the job that runs still uses the graph


def alive(home: Path, now: datetime) -> None:
    """Return when the file of a worker in this home is fresh; raises Unavailable."""
    file = home / HEARTBEAT
    if not file.exists() or now.timestamp() - file.stat().st_mtime > 3 * HEARTBEAT_SECONDS:
        raise Unavailable("no worker has shown life lately")


def _quietly(graph: Graph, keys: Keys, name: str, job: Work, stopping: Event) -> None:
    """Run a job once. A failure is logged, and the next turn tries again, unless the worker ends."""
    if stopping.is_set():
        return
    try:
        run(graph, keys, name, job, agreed(graph, datetime.now(UTC)))
    except CircleError as error:
        if not stopping.is_set():
            log.warning("job failed", name=name, reason=str(error))
