"""Time in a town: seconds relative to its anchor, negative for the past."""

from datetime import datetime, timedelta
from functools import cache
from random import Random

MINUTE, HOUR, DAY = 60, 3600, 86400
# The activity in each hour of the town's day (UTC+8): low at night, high in the evening.
BUSY = (2, 1, 1, 0, 0, 0, 1, 3, 5, 6, 7, 7, 9, 7, 6, 6, 6, 7, 8, 10, 12, 13, 10, 5)
TOWN_HOURS_AHEAD = 8
# The start of each hour in UTC, in seconds, repeated by its activity.
_BEGINNINGS = [(hour - TOWN_HOURS_AHEAD) % 24 * HOUR for hour, often in enumerate(BUSY) for _ in range(often)]


def waking(rng: Random, at: float) -> int:
    """An instant on the same day as `at`, at an hour drawn by activity."""
    begins = _BEGINNINGS[int(rng.random() * len(_BEGINNINGS))]
    return int(at // DAY) * DAY + begins + int(rng.random() * HOUR)


def iso(anchor: datetime, at: int | None) -> str:
    """The instant as a cell of a seed file; empty for None. The anchor is a midnight in UTC."""
    if at is None:
        return ""
    day, second = divmod(at, DAY)
    return _date(anchor, day) + _times()[second]


@cache
def _date(anchor: datetime, day: int) -> str:
    return f"{anchor + timedelta(days=day):%Y-%m-%d}"


@cache
def _times() -> list[str]:
    """The text of every second of a day, because a large town writes each one many times."""
    return [
        f"T{hour:02}:{minute:02}:{second:02}Z"
        for hour in range(24)
        for minute in range(60)
        for second in range(60)
    ]
