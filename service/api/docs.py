"""The documentation of the API: OpenAPI 3.1 at /openapi.json, a readable page at /docs."""

from importlib.metadata import version

from flask import Blueprint, Flask, Response, current_app, render_template
from flask_smorest import Api
from marshmallow import fields

from service.api.problems.codes import CODES
from service.api.schemas import Output
from service.graph.client import Row

CONFIG = {
    "API_TITLE": "Shopping Circle 购物圈",
    "API_VERSION": version("circle"),
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/",
    "OPENAPI_JSON_PATH": "openapi.json",
    "API_SPEC_OPTIONS": {
        "info": {
            "description": "Honest shop coupons from friends and friends of friends. "
            "Errors are application/problem+json; a thing that you may not see is a 404."
        },
        "components": {
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "circle_session"},
            }
        },
        "security": [{"token": []}, {"cookie": []}],
    },
}
METHODS = ("get", "put", "post", "patch", "delete")
blp = Blueprint("docs", __name__, template_folder="templates")


class ProblemSchema(Output):
    """An error (RFC 9457). `code` is stable; other members are the facts of that code."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    code = fields.String(required=True, metadata={"enum": sorted(CODES)})
    fields_ = fields.Dict(keys=fields.String(), values=fields.List(fields.String()), data_key="fields")


class CircleApi(Api):  # type: ignore[misc]
    """flask-smorest with the error shape of this API."""

    ERROR_SCHEMA = ProblemSchema


def init(app: Flask, api: Api) -> None:
    """Serve the documentation of `api`."""
    app.register_blueprint(blp)
    app.extensions["circle_openapi"] = api.spec


@blp.get("/docs")
def page() -> str:
    """The page that lists every route."""
    spec = current_app.extensions["circle_openapi"].to_dict()
    groups: dict[str, list[Row]] = {}
    for path, item in spec["paths"].items():
        for method in METHODS:
            if method in item:
                operation = {**item[method], "path": path, "method": method.upper()}
                operation["parameters"] = item.get("parameters", []) + operation.get("parameters", [])
                groups.setdefault(operation["tags"][0], []).append(operation)
    return render_template("docs.html", spec=spec, groups=groups, codes=CODES)


@blp.get("/docs.css")
def style() -> Response:
    """The style sheet of the page."""
    return Response(render_template("docs.css"), content_type="text/css; charset=utf-8")
