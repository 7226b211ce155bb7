"""Structured logs: readable lines on a terminal, else JSON on stderr; a log file gets JSON."""

import logging
import sys
from pathlib import Path

import structlog
from concurrent_log_handler import ConcurrentRotatingFileHandler
from structlog.typing import EventDict, Processor

from service.errors import Misconfigured

MOST_BYTES = 10_000_000
OLDER = 4
# Tracebacks leave out the values of variables, which may be secrets.
_TRACEBACKS = structlog.processors.ExceptionRenderer(
    structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
)
_AS_JSON = structlog.processors.JSONRenderer()


def configure(level: str, file: Path | None = None) -> None:
    """Log events from `level` on (debug, info, warning, error) to stderr, from info on to `file`."""
    terminal, shown = sys.stderr.isatty(), _number(level)
    filed = [into(file), _at_least(shown)] if file else []
    rendered = (
        [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
        if terminal
        else [_TRACEBACKS, _AS_JSON]
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *filed,
            *rendered,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(min(shown, logging.INFO) if filed else shown),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def _number(level: str) -> int:
    return logging.getLevelNamesMapping()[level.upper()]


def into(path: Path) -> Processor:
    """A processor that writes each event to the file and returns it unchanged."""
    file = _opened(path)

    def keep(logger: object, method: str, event: EventDict) -> EventDict:
        line = _AS_JSON(logger, method, _TRACEBACKS(logger, method, dict(event)))
        file.handle(logging.makeLogRecord({"msg": line}))
        return event

    return keep


def _opened(path: Path) -> ConcurrentRotatingFileHandler:
    """A log file for several processes; older lines go to `NAME.1` and so on. Raises Misconfigured."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return ConcurrentRotatingFileHandler(
            str(path), maxBytes=MOST_BYTES, backupCount=OLDER, encoding="utf-8", chmod=0o600
        )
    except OSError as error:
        raise Misconfigured(f"CIRCLE_LOG_FILE={path} cannot be written: {error.strerror}") from error


def _at_least(least: int) -> Processor:
    """A processor that drops events below this level."""

    def pass_on(_logger: object, _method: str, event: EventDict) -> EventDict:
        if _number(event["level"]) < least:
            raise structlog.DropEvent
        return event

    return pass_on
