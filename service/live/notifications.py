"""Notifications, without those that their person may no longer see."""

from datetime import datetime

from service.graph.client import Graph, Row


def inboxes(graph: Graph, streams: list[Row], now: datetime, **page: object) -> list[Row]:
    """A row `{stream, user, unread, items}` for each of `streams` with a valid session.

    A stream is `{id, session, since}`; `page` is before, before_key, limit, filtered and language.
    """
    gone = graph.one("notifications/out_of_sight", ask={"streams": streams}, now=now)["keys"]
    ask = {"streams": streams, "out_of_sight": gone, **page}
    return graph.rows("notifications/list", ask=ask, now=now)
