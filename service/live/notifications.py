"""What people are told, as far as they may know of it now."""

from datetime import datetime

from service.graph.client import Graph, Row


def told(graph: Graph, streams: list[Row], now: datetime, **page: object) -> list[Row]:
    """A row of `{stream, user, unread, items}` for each of `streams` whose session lasts.

    A stream is `{id, session, since}`; `page` is before, before_key, limit, filtered and language.
    """
    gone = graph.one("notifications/out_of_sight", ask={"streams": streams}, now=now)["keys"]
    ask = {"streams": streams, "out_of_sight": gone, **page}
    return graph.rows("notifications/list", ask=ask, now=now)
