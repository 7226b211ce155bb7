"""A first question to a server: is it a Neo4j, new enough, and does it accept our password?"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import neo4j
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
)

from service.errors import Misconfigured, Unavailable

OLDEST = (5, 26)


@dataclass(frozen=True)
class Address:
    """The address of a Bolt server, and the user to sign in as."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None = None


class WrongPassword(Unavailable):
    """The server answers, but it refuses the password."""


def version(address: Address, seconds: float = 5.0) -> str:
    """The server's version, once its database answers this user.

    Raises WrongPassword, Unavailable (no answer in `seconds`, an old version, or no Neo4j) or
    Misconfigured (not an address), each with one line for the operator.
    """
    try:
        with _driver(address, seconds) as driver:
            answer = driver.execute_query("RETURN 1", database_=address.database)
            agent = str(answer.summary.server.agent)
    except AuthError as error:
        raise WrongPassword(
            f"{address.uri} refuses the password of user {address.user} (NEO4J_PASSWORD)."
        ) from error
    except Neo4jError as error:
        raise Unavailable(f"{address.uri} answers, but: {error.message}") from error
    except ServiceUnavailable as error:
        raise Unavailable(f"No Neo4j answers at {address.uri} (NEO4J_URI).") from error
    except (ConfigurationError, ValueError) as error:
        raise Misconfigured(f"NEO4J_URI={address.uri!r} is not an address: {error}") from error
    except (DriverError, OSError) as error:
        raise Unavailable(f"What answers at {address.uri} (NEO4J_URI) is no Neo4j.") from error
    return supported(agent, address.uri)


def supported(agent: str, uri: str) -> str:
    """The version in a server's own name (`Neo4j/5.26.1`); raises Unavailable for an old one."""
    name = re.match(r"Neo4j/((\d+)\.(\d+)\S*)", agent)
    if not name:
        raise Unavailable(f"What answers at {uri} is no Neo4j but {agent!r}.")
    if (int(name[2]), int(name[3])) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise Unavailable(f"Neo4j {name[1]} at {uri} is too old: {oldest} or newer is needed.")
    return name[1]


@contextmanager
def _driver(address: Address, seconds: float) -> Iterator[neo4j.Driver]:
    """A driver that logs nothing: the caller reports a failure, once."""
    log = logging.getLogger("neo4j")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with neo4j.GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            connection_timeout=seconds,
            connection_acquisition_timeout=seconds,
            max_transaction_retry_time=0,
            telemetry_disabled=True,
            user_agent="shopping-circle",
        ) as driver:
            yield driver
    finally:
        log.setLevel(before)
