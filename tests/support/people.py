"""People who use the API in tests."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.credentials.tokens import new_token, token_hash
from service.graph.client import Graph


class Answer(TestResponse):
    """A response; `json` is its value, whatever that is."""

    json: Any


@dataclass
class Person:
    """A client of the API with somebody's bearer token."""

    id: str
    token: str
    client: FlaskClient

    @classmethod
    def signed_in(cls, app: Flask, graph: Graph, user: str, at: datetime) -> "Person":
        """Somebody drawn earlier, with a session made for this test."""
        token = new_token()
        graph.run(
            "accounts/open_session",
            user=user,
            session=token_hash(token),
            session_id=f"{user}-{token[:8]}",
            device="test",
            now=at,
            expires_at=at + timedelta(days=30),
        )
        return cls(user, token, app.test_client(use_cookies=False))

    def ask(self, method: str, path: str, json: Any = None, **headers: str) -> Answer:
        """Any request; `Idempotency_Key="k"` becomes the header `Idempotency-Key`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {"Authorization": f"Bearer {self.token}", **named}
        return cast("Answer", self.client.open(path, method=method, json=json, headers=sent))

    def get(self, path: str, **headers: str) -> Answer:
        """GET."""
        return self.ask("GET", path, **headers)

    def post(self, path: str, json: Any = None, **headers: str) -> Answer:
        """POST, with an empty object when no body is given."""
        return self.ask("POST", path, {} if json is None else json, **headers)

    def put(self, path: str, json: Any = None, **headers: str) -> Answer:
        """PUT."""
        return self.ask("PUT", path, json, **headers)

    def patch(self, path: str, json: Any = None, **headers: str) -> Answer:
        """PATCH."""
        return self.ask("PATCH", path, json, **headers)

    def delete(self, path: str, **headers: str) -> Answer:
        """DELETE."""
        return self.ask("DELETE", path, **headers)


PersonMaker = Callable[[str], Person]
