"""The one door to Neo4j: five verbs over the catalogue's queries.

`rows`, `one` and `run` run one query, `each` one with too many rows for the memory; `transaction`
runs several in one unit of work. A query's header states whether it reads or writes. A row is a plain
dict of plain Python values; an instant is an aware `datetime` in UTC.

A query may return `refused`, a stable code of a broken rule of the domain. The client raises it, which
rolls the transaction back, so the rule itself stays in Cypher.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

import neo4j
from neo4j.exceptions import ConstraintError, DriverError, IncompleteCommit, Neo4jError

from service.credentials.tokens import new_id
from service.errors import Unavailable
from service.graph.breaker import Breaker
from service.graph.catalogue import Query
from service.graph.failures import translated
from service.graph.probe import Address
from service.graph.unit import FIRST, Row, Unit, find, row, shape, single

__all__ = ["FIRST", "Graph", "Row", "Unit"]
T = TypeVar("T")
CONNECT_SECONDS = 5.0  # for a connection that can be used, signing in included


class Graph:
    """The graph at one address. Threads may share it; close it once at the end."""

    def __init__(self, address: Address, catalogue: Mapping[str, Query], *, seconds: float = 10.0) -> None:
        """`seconds` bounds one attempt at any verb; new attempts begin in the first half of it."""
        self.catalogue = catalogue
        self._database = address.database
        self._breaker = Breaker(self._ask)
        self._seconds = seconds
        self._seen: ContextVar[frozenset[str]] = ContextVar("bookmarks", default=frozenset())
        self._wrote: ContextVar[bool] = ContextVar("wrote", default=False)
        self._driver = neo4j.GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            max_transaction_retry_time=seconds / 2,
            initial_retry_delay=0.03,
            retry_delay_multiplier=1.6,
            connection_timeout=min(CONNECT_SECONDS, seconds / 2),
            connection_acquisition_timeout=min(CONNECT_SECONDS, seconds / 2),
            liveness_check_timeout=30,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="shopping-circle",
        )

    def rows(self, name: str, /, **parameters: object) -> list[Row]:
        """Every row of the query `name`."""
        query = find(self.catalogue, name)
        if query.mode != "read":
            return self.transaction(lambda unit: unit.rows(name, **parameters))
        with self._reaching(name), self._session(neo4j.READ_ACCESS) as session:
            return self._read(session, query, parameters)

    def one(self, name: str, /, **parameters: object) -> Row:
        """The one row of the query `name`; raises NotFound when there is none."""
        return single(self.rows(name, **parameters))

    def run(self, name: str, /, **parameters: object) -> None:
        """The query `name` for its effect."""
        self.rows(name, **parameters)

    def each(self, name: str, /, **parameters: object) -> Iterator[Row]:
        """The rows of the query `name`, one by one, without a retry; for very many rows."""
        query = find(self.catalogue, name)
        timed = neo4j.Query(query.text, timeout=self._seconds)
        with self._reaching(name), self._session(neo4j.READ_ACCESS) as session:
            for record in session.run(timed, parameters):
                yield row(record)

    def transaction(self, work: Callable[[Unit], T], *, op: str | None = None) -> T:
        """What `work` returns; all its queries are stored, or none.

        `work` may run more than once (deadlock, lost leader), so it must take time and new ids
        from outside. `op` is the id of an `(:Op)` node stored with it: after a connection is lost
        during COMMIT, the client looks for the node instead of guessing.
        """
        op = op or new_id()
        outcome: list[T] = []

        def unit_of_work(tx: neo4j.ManagedTransaction) -> T:
            unit = Unit(tx, self.catalogue)
            unit.answer = unit.one("ops/begin", id=op)["answer"]
            outcome[:] = [work(unit)]
            return outcome[0]

        with self._reaching(op):
            return self._commit(unit_of_work, outcome, op)

    def close(self) -> None:
        """Close every connection."""
        self._breaker.close()
        self._driver.close()

    def alive(self) -> None:
        """Return when the database answers; raises Unavailable otherwise."""
        self.rows("ops/alive")

    @property
    def bookmarks(self) -> frozenset[str]:
        """Bookmarks of the transactions that this context has seen; a cluster member waits for them."""
        return self._seen.get()

    @property
    def wrote(self) -> bool:
        """Whether this context has written since `read_after`."""
        return self._wrote.get()

    def read_after(self, bookmarks: Iterable[str]) -> None:
        """Make later reads of this context see at least the transactions of `bookmarks`."""
        self._seen.set(frozenset(bookmarks))
        self._wrote.set(False)

    def warm(self, name: str) -> None:
        """Let the server plan the query `name`, with its example, so that no caller waits for the plan."""
        query = find(self.catalogue, name)
        access = neo4j.READ_ACCESS if query.mode == "read" else neo4j.WRITE_ACCESS
        with self._reaching(name), self._session(access) as session:
            session.run(f"EXPLAIN {query.text}", dict(query.example)).consume()

    def schema(self, text: str) -> None:
        """One schema statement in a transaction of its own, however long it takes."""
        with self._reaching("schema"), self._session(neo4j.WRITE_ACCESS) as session:
            session.run(neo4j.Query(text, timeout=0)).consume()

    def _read(self, session: neo4j.Session, query: Query, parameters: Mapping[str, object]) -> list[Row]:
        """Read without a retry first; after a temporary error, in a managed transaction, which retries."""
        timed = neo4j.Query(query.text, timeout=self._seconds)
        try:
            return shape(session.run(timed, dict(parameters)))
        except (Neo4jError, DriverError) as error:
            if not error.is_retryable():
                raise
        return session.execute_read(lambda tx: Unit(tx, self.catalogue).rows(query.name, **parameters))

    def _commit(self, work: Callable[[neo4j.ManagedTransaction], T], outcome: list[T], op: str) -> T:
        timed = neo4j.unit_of_work(timeout=self._seconds)(work)
        for last in (False, True):
            try:
                with self._session(neo4j.WRITE_ACCESS) as session:
                    result = session.execute_write(timed)
                    self._seen.set(session.last_bookmarks().raw_values)
                    self._wrote.set(True)
                    return result
            except ConstraintError:
                if last:
                    raise  # the first time, another write stored the same key, and now `work` can see it
            except IncompleteCommit:
                if self.one("ops/happened", id=op)["happened"]:
                    return outcome[0]
                if last:
                    raise
        raise Unavailable("the operation was tried twice")

    @contextmanager
    def _reaching(self, what: str) -> Iterator[None]:
        """Raise the driver's errors as ours, and at once while the database is known to be away."""
        with translated(what), self._breaker.watching():
            yield

    def _ask(self) -> None:
        with self._session(neo4j.READ_ACCESS) as session:
            session.run("RETURN 1").consume()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self._database,
            default_access_mode=access,
            bookmarks=neo4j.Bookmarks.from_raw_values(self._seen.get()),
        )
