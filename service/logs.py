"""Structured logs: on stderr JSON lines, or readable ones on a terminal; in a file everything as JSON."""

import logging
import sys
from pathlib import Path

import structlog
from concurrent_log_handler import ConcurrentRotatingFileHandler
from structlog.typing import EventDict, Processor

from service.errors import Misconfigured

MOST_BYTES = 10_000_000
OLDER = 4
# Tracebacks without the values of variables: those may be somebody's secrets.
_UNTOLD = structlog.processors.ExceptionRenderer(
    structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
)
_AS_JSON = structlog.processors.JSONRenderer()


def configure(level: str, file: Path | None = None) -> None:
    """Log from here on: from `level` on (debug, info, warning, error) to stderr, from info on to `file`."""
    terminal, shown = sys.stderr.isatty(), _number(level)
    kept = [into(file), _at_least(shown)] if file else []
    told = (
        [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
        if terminal
        else [_UNTOLD, _AS_JSON]
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *kept,
            *told,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(min(shown, logging.INFO) if kept else shown),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def _number(level: str) -> int:
    return logging.getLevelNamesMapping()[level.upper()]


def into(path: Path) -> Processor:
    """Adds each event to the file, and hands it on as it is."""
    file = _opened(path)

    def keep(logger: object, method: str, event: EventDict) -> EventDict:
        line = _AS_JSON(logger, method, _UNTOLD(logger, method, dict(event)))
        file.handle(logging.makeLogRecord({"msg": line}))
        return event

    return keep


def _opened(path: Path) -> ConcurrentRotatingFileHandler:
    """A file that several processes write to, older lines in `NAME.1` and so on; raises Misconfigured."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return ConcurrentRotatingFileHandler(
            str(path), maxBytes=MOST_BYTES, backupCount=OLDER, encoding="utf-8", chmod=0o600
        )
    except OSError as error:
        raise Misconfigured(f"CIRCLE_LOG_FILE={path} cannot be written: {error.strerror}") from error


def _at_least(least: int) -> Processor:
    """Hands on what weighs so much."""

    def heavy(_logger: object, _method: str, event: EventDict) -> EventDict:
        if _number(event["level"]) < least:
            raise structlog.DropEvent
        return event

    return heavy
