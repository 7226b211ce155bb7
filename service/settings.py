"""The settings of one process, read once from the environment."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from service.errors import Misconfigured

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Everything that differs between installations; `.env.example` lists each with its default."""

    home: Path
    cache: Path
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    neo4j_uri: str | None = None
    neo4j_user: str = "neo4j"
    neo4j_password: str = field(default="", repr=False)
    neo4j_database: str | None = None
    neo4j_bolt_port: int = 0
    neo4j_heap: str = "1g"
    neo4j_pagecache: str = "512m"
    neo4j_java: tuple[str, ...] = ()
    maven_repository: str | None = None
    copy_bolt_port: int = 0
    copy_http_port: int = 0
    secret: str = field(default="", repr=False)
    request_seconds: float = 10.0
    rate_limits: str = "300 per minute"
    sign_in_limits: str = "10 per minute; 100 per hour"
    cypher_limits: str = "30 per minute"
    rate_storage: str = "memory://"
    trusted_proxies: int = 0
    hosts: tuple[str, ...] = ()
    cookie_secure: bool = False
    ad_label: str = "all"
    demo: bool = False
    warm_up: bool = True
    log_level: str = "info"
    log_file: Path | None = None


def _flag(text: str) -> bool:
    if text.lower() in {"1", "true", "yes", "on"}:
        return True
    if text.lower() in {"0", "false", "no", "off"}:
        return False
    raise ValueError("write true or false")


def _absolute(text: str) -> Path:
    return Path(text).expanduser().resolve()


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise ValueError("a port is 0 to 65535")
    return port


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _ad_label(text: str) -> str:
    if text not in {"all", "gifted"}:
        raise ValueError("write all or gifted")
    return text


def _log_level(text: str) -> str:
    if text.lower() not in {"debug", "info", "warning", "error"}:
        raise ValueError("write debug, info, warning or error")
    return text.lower()


# One row per setting: the environment variable, its field, and the function that reads its text.
VARIABLES: dict[str, tuple[str, Callable[[str], object]]] = {
    "CIRCLE_HOME": ("home", _absolute),
    "CIRCLE_CACHE": ("cache", _absolute),
    "CIRCLE_HOST": ("host", str),
    "CIRCLE_PORT": ("port", _port),
    "CIRCLE_WORKERS": ("workers", int),
    "CIRCLE_SECRET": ("secret", str),
    "CIRCLE_REQUEST_SECONDS": ("request_seconds", float),
    "CIRCLE_RATE_LIMITS": ("rate_limits", str),
    "CIRCLE_SIGN_IN_LIMITS": ("sign_in_limits", str),
    "CIRCLE_CYPHER_LIMITS": ("cypher_limits", str),
    "CIRCLE_RATE_STORAGE": ("rate_storage", str),
    "CIRCLE_TRUSTED_PROXIES": ("trusted_proxies", int),
    "CIRCLE_HOSTS": ("hosts", _words),
    "CIRCLE_COOKIE_SECURE": ("cookie_secure", _flag),
    "CIRCLE_AD_LABEL": ("ad_label", _ad_label),
    "CIRCLE_DEMO": ("demo", _flag),
    "CIRCLE_WARM_UP": ("warm_up", _flag),
    "CIRCLE_LOG_LEVEL": ("log_level", _log_level),
    "CIRCLE_LOG_FILE": ("log_file", _absolute),
    "CIRCLE_BOLT_PORT": ("neo4j_bolt_port", _port),
    "CIRCLE_NEO4J_HEAP": ("neo4j_heap", str),
    "CIRCLE_NEO4J_PAGECACHE": ("neo4j_pagecache", str),
    "CIRCLE_NEO4J_JAVA": ("neo4j_java", _words),
    "CIRCLE_MAVEN_REPOSITORY": ("maven_repository", str),
    "CIRCLE_COPY_BOLT_PORT": ("copy_bolt_port", _port),
    "CIRCLE_COPY_HTTP_PORT": ("copy_http_port", _port),
    "NEO4J_URI": ("neo4j_uri", str),
    "NEO4J_USER": ("neo4j_user", str),
    "NEO4J_PASSWORD": ("neo4j_password", str),
    "NEO4J_DATABASE": ("neo4j_database", str),
}


def from_env(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this environment; raises Misconfigured, which names the wrong variable."""
    values: dict[str, object] = {
        "home": ROOT / ".circle",
        "cache": Path(platformdirs.user_cache_dir("circle", appauthor=False)),
    }
    for variable, (name, read) in VARIABLES.items():
        text = environment.get(variable, "").strip()
        if text:
            try:
                values[name] = read(text)
            except ValueError as error:
                raise Misconfigured(f"{variable}={text!r} is not valid: {error}") from error
    settings = Settings(**values)  # type: ignore[arg-type]  # each reader above returns its field's type
    if settings.neo4j_uri and len(settings.secret) < 32:
        raise Misconfigured(
            "CIRCLE_SECRET (32 characters or more) is required when NEO4J_URI is set; "
            "only the embedded database creates its own secret, in CIRCLE_HOME"
        )
    return settings
