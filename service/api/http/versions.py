"""ETag and If-Match for things that people edit: the tag is the version (RFC 9110, 13.1.1)."""

from flask import request

from service.graph.client import Row

Tagged = tuple[Row, dict[str, str]]  # a body and its headers
NO_VERSION = -1


def tagged(row: Row) -> Tagged:
    """`row`, and an ETag header with its `version`."""
    return row, {"ETag": f'"{row["version"]}"'}


def expected() -> int | None:
    """The version in If-Match: None allows any version, NO_VERSION stands for an unreadable tag.

    The query compares it under its lock and refuses with `stale_version`.
    """
    tags = request.if_match
    if tags.star_tag or "If-Match" not in request.headers:
        return None
    versions = [int(tag) for tag in tags.as_set() if tag.isdecimal() and len(tag) < 16]
    return versions[0] if len(versions) == 1 else NO_VERSION
