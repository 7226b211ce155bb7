"""A clock that a test sets."""

from datetime import datetime, timedelta


class Clock:
    """Tells the instant it was given, and with a `step` that much more each time."""

    def __init__(self, at: datetime) -> None:
        self.at, self.step = at, timedelta()

    def __call__(self) -> datetime:
        """The instant."""
        self.at += self.step
        return self.at

    def forward(self, **span: float) -> None:
        """Move on, by days=, hours=, minutes= or seconds=."""
        self.at += timedelta(**span)
