"""The driver's errors, translated into ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import ClientError, ConstraintError, CypherSyntaxError, DriverError, Neo4jError

from service.errors import BadQuery, Conflict, Unavailable

_TIMED_OUT = ("TransactionTimedOut", "LockAcquisitionTimeout", "LockClientStopped")


@contextmanager
def translated(what: str) -> Iterator[None]:
    """Raise the driver's errors as ours; no client sees their text."""
    try:
        yield
    except ConstraintError as error:
        raise Conflict from error
    except CypherSyntaxError as error:
        raise BadQuery(f"{what}: {error.message}") from error
    except ClientError as error:
        if any(word in (error.code or "") for word in _TIMED_OUT):
            raise Unavailable("the database did not answer in time") from error
        raise BadQuery(f"{what}: {error.message}") from error
    except (Neo4jError, DriverError) as error:
        raise Unavailable(f"the database is not available: {type(error).__name__}") from error
