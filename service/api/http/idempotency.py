"""Writes that survive a retry: the server stores the first answer with its effect and replays it.

Modelled on Stripe's `Idempotency-Key` and draft-ietf-httpapi-idempotency-key-header.
"""

from collections.abc import Callable
from typing import Any

import orjson
from flask import Response, current_app, request

from service.api.http.access import ACCESS
from service.api.http.auth import me
from service.api.http.current import graph, keys
from service.errors import Invalid, Refused
from service.graph.client import Row, Unit

HEADER = "Idempotency-Key"
MAX_LENGTH = 200
Work = Callable[[Unit], Any]


def once(work: Work, *, status: int = 201, required: bool = False) -> Response:
    """The result of `work` as JSON. A repeated request with the same key gets the first answer.

    `work` and the record of its answer share one transaction. Raises Refused
    `idempotency_key_required` and `idempotency_conflict` (same key, another request).
    A second request during the first one waits for it and then gets its answer.
    """
    key = _key(required=required)
    body_hash = keys().fingerprint("idempotency", request.get_data(cache=True, as_text=True))
    op = None if key is None else _op(key)

    def stored(unit: Unit) -> tuple[int, bytes]:
        if unit.answer is not None:
            return _replayed(unit.answer, body_hash)
        body = orjson.dumps(work(unit), option=orjson.OPT_UTC_Z)
        if op is not None:
            unit.run(
                "ops/finish",
                id=op,
                route=request.endpoint,
                status=status,
                body=body.decode(),
                body_hash=body_hash,
            )
        return status, body

    answered, body = graph().transaction(stored, op=op)
    return current_app.response_class(body, status=answered, mimetype="application/json")


def _key(*, required: bool) -> str | None:
    key = request.headers.get(HEADER)
    if key is None and required:
        raise Refused("idempotency_key_required")
    if key is not None and not (0 < len(key) <= MAX_LENGTH and key.isprintable()):
        raise Invalid({HEADER: [f"1 to {MAX_LENGTH} printable characters"]})
    return key


def _op(key: str) -> str:
    """The id of the operation: keys are separate per person and route."""
    person = "" if ACCESS[request.endpoint or ""] == "anyone" else me().id
    return keys().fingerprint("idempotency", f"{person}\n{request.method} {request.path}\n{key}")


def _replayed(answer: Row, body_hash: str) -> tuple[int, bytes]:
    if answer["body_hash"] != body_hash:
        raise Refused("idempotency_conflict")
    return answer["status"], answer["body"].encode()
