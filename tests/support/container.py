"""Neo4j in a container, for those who have a Docker engine: CIRCLE_TEST_DB=container."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from docker.errors import DockerException  # type: ignore[import-untyped]
from testcontainers.community.neo4j import Neo4jContainer

from service.errors import Unavailable
from service.graph.server.embedded import Address

IMAGE = "neo4j:2026.08.1-community"


@contextmanager
def container() -> Iterator[Address]:
    """A new server in a container; raises Unavailable when no Docker engine answers."""
    password = secrets.token_urlsafe(24)
    try:
        database = Neo4jContainer(IMAGE, username="neo4j", password=password)
    except DockerException as error:
        raise Unavailable("CIRCLE_TEST_DB=container needs a Docker engine, and none answers.") from error
    with database:
        yield Address(database.get_connection_url(), "neo4j", password, "neo4j")
