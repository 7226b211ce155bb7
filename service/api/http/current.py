"""For handlers: the graph, the clock, new ids, the keys, the settings, the streams."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from flask import current_app

from service.api.http.lately import Lately
from service.credentials.keys import Keys
from service.credentials.tokens import new_id
from service.graph.client import Graph
from service.live.streams import Streams
from service.settings import Settings

Clock = Callable[[], datetime]
EXTENSION = "circle"
__all__ = [
    "Clock",
    "Current",
    "current",
    "graph",
    "keys",
    "new_id",
    "now",
    "proven",
    "settings",
    "streams",
    "utc_now",
]


@dataclass(frozen=True)
class Current:
    """The arguments of create_app."""

    settings: Settings
    graph: Graph
    keys: Keys
    clock: Clock
    streams: Streams
    proven: Lately


def utc_now() -> datetime:
    """The wall clock in UTC."""
    return datetime.now(UTC)


def current() -> Current:
    """The parts of the running app."""
    return cast("Current", current_app.extensions[EXTENSION])


def graph() -> Graph:
    """The graph of the running app."""
    return current().graph


def now() -> datetime:
    """The current instant of the app's clock."""
    return current().clock()


def keys() -> Keys:
    """The keys of the running app."""
    return current().keys


def streams() -> Streams:
    """The streams of events of the running app."""
    return current().streams


def proven() -> Lately:
    """The hashes of sessions that the running app has lately found in the graph."""
    return current().proven


def settings() -> Settings:
    """The settings of the running app."""
    return current().settings
