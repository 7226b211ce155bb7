"""Time in a town: seconds relative to its anchor, negative for the past."""

from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate
from random import Random

MINUTE, HOUR, DAY = 60, 3600, 86400
# How busy each hour is where the town lies (UTC+8): few at night, most in the evening.
BUSY = tuple(accumulate((2, 1, 1, 0, 0, 0, 1, 3, 5, 6, 7, 7, 9, 7, 6, 6, 6, 7, 8, 10, 12, 13, 10, 5)))
TOWN_HOURS_AHEAD = 8


def waking(rng: Random, at: float) -> int:
    """An instant on the same day as `at`, at an hour when people are up."""
    hour = (rng.choices(range(24), cum_weights=BUSY)[0] - TOWN_HOURS_AHEAD) % 24
    return int(at // DAY) * DAY + hour * HOUR + rng.randrange(HOUR)


def iso(anchor: datetime, at: int | None) -> str:
    """The instant as seed files write it; empty for none. The anchor is a midnight in UTC."""
    if at is None:
        return ""
    day, second = divmod(at, DAY)
    minutes, seconds = divmod(second, MINUTE)
    return f"{_date(anchor, day)}T{minutes // 60:02}:{minutes % 60:02}:{seconds:02}Z"


@cache
def _date(anchor: datetime, day: int) -> str:
    return f"{anchor + timedelta(days=day):%Y-%m-%d}"
