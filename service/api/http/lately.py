"""A bounded memory of what was seen last."""

from collections import OrderedDict
from threading import Lock

MOST = 100_000


class Lately:
    """The last texts that were added, at most `MOST`; threads may share it."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._texts, self._lock = most, OrderedDict[str, None](), Lock()

    def add(self, text: str) -> None:
        """Remember `text`, and forget what was not added for the longest time."""
        with self._lock:
            self._texts[text] = None
            self._texts.move_to_end(text)
            if len(self._texts) > self._most:
                self._texts.popitem(last=False)

    def __contains__(self, text: object) -> bool:
        return text in self._texts
