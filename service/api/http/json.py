"""JSON with orjson; instants are RFC 3339 in UTC with `Z`."""

from typing import Any

import orjson
from flask.json.provider import JSONProvider

OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS


class OrjsonProvider(JSONProvider):
    """Makes Flask use orjson."""

    def dumps(self, obj: Any, **_: Any) -> str:
        """`obj` as JSON text."""
        return orjson.dumps(obj, option=OPTIONS).decode()

    def loads(self, s: str | bytes, **_: Any) -> Any:
        """The value of a JSON text; raises ValueError, for NaN and lone surrogates too."""
        return orjson.loads(s)
