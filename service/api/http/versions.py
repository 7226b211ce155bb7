"""ETag and If-Match on things people edit: the version of the thing is its tag (RFC 9110, 13.1.1)."""

from typing import Any

from flask import request

Row = dict[str, Any]
Tagged = tuple[Row, dict[str, str]]  # a body and its headers
NO_VERSION = -1


def tagged(row: Row) -> Tagged:
    """`row` and the header that names its `version`."""
    return row, {"ETag": f'"{row["version"]}"'}


def expected() -> int | None:
    """The version that If-Match asks for: null for any, one that never is for what is no version.

    The query compares it under its lock and answers `stale_version`.
    """
    tags = request.if_match
    if tags.star_tag or "If-Match" not in request.headers:
        return None
    versions = [int(tag) for tag in tags.as_set() if tag.isdecimal() and len(tag) < 16]
    return versions[0] if len(versions) == 1 else NO_VERSION
