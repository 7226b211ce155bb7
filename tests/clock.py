"""A clock that a test sets."""

from datetime import datetime, timedelta


class Clock:
    """Tells the instant it was given."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """The instant."""
        return self.at

    def forward(self, **span: float) -> None:
        """Move on, by days=, hours=, minutes= or seconds=."""
        self.at += timedelta(**span)
