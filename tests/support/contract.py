"""Holds every answer that a test gets to the OpenAPI text of its route."""

import copy
import re
from typing import Any

import jsonschema_rs
from flask import Flask, Response, request

METHODS = ("get", "put", "post", "patch", "delete")


class Contract:
    """Watches an app; `faults` names each answer that its OpenAPI text does not allow."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self._spec = closed(app.extensions["circle_openapi"].to_dict())
        self._routes = {
            (method, path, status): answer
            for path, item in self._spec["paths"].items()
            for method, operation in item.items()
            if method in METHODS
            for status, answer in operation["responses"].items()
        }
        self._validators: dict[str, jsonschema_rs.Validator] = {}
        self.faults: list[str] = []
        # before all others in the list is after all others in time: this looks at what the server sends
        app.after_request_funcs.setdefault(None, []).insert(0, self._look)

    def _look(self, response: Response) -> Response:
        if response.status_code < 400 and request.endpoint and request.path.startswith("/v1/"):
            where = f"{request.method} {request.url_rule} {response.status_code}"
            self.faults += [f"{where}: {fault}" for fault in self._wrong(response)]
        return response

    def _wrong(self, response: Response) -> list[str]:
        key = (request.method.lower(), template(request.url_rule), str(response.status_code))
        if key not in self._routes:
            return ["the status is not in the OpenAPI text"]
        content = self._routes[key].get("content", {})
        if not response.data:
            return ["the answer is empty"] if content else []
        if response.mimetype not in content:
            return [f"{response.mimetype} is not in the OpenAPI text"]
        if not response.is_json:
            return []
        schema = content[response.mimetype]["schema"]
        return [f"{error.instance_path}: {error.message}" for error in self._errors(schema, response)]

    def _errors(self, schema: dict[str, Any], response: Response) -> list[Any]:
        name = str(schema)
        if name not in self._validators:
            whole = {**schema, "components": self._spec["components"]}
            self._validators[name] = jsonschema_rs.Draft202012Validator(whole)
        return list(self._validators[name].iter_errors(response.get_json()))


def template(rule: object) -> str:
    """A rule's address as the OpenAPI text writes it: `/v1/users/{user_id}`."""
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(rule))


def closed(spec: dict[str, Any]) -> dict[str, Any]:
    """The text with every object closed: a field that it does not name is a fault."""
    spec = copy.deepcopy(spec)
    for schema in spec["components"]["schemas"].values():
        if schema.get("type") == "object" and "properties" in schema:
            schema.setdefault("additionalProperties", False)
    return spec
