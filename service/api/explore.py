"""The analysts' questions over the living graph: reviewed, bounded, and for groups only."""

from dataclasses import asdict
from typing import Any

import structlog
from flask import Response, request
from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now, settings
from service.api.http.limits import queries
from service.api.schemas.explore import CypherAsked, CypherFound, Explored, Library
from service.copy.asking import ask
from service.copy.place import served
from service.errors import CircleError, Invalid
from service.explore import questions
from service.explore.files import to_csv

Row = dict[str, Any]
CSV = "text/csv"
FORMATS = {"json": "application/json", "csv": CSV}
CONTENT = {FORMATS["json"]: {"schema": Explored}, CSV: {"schema": {"type": "string"}}}
FORMAT = {
    "in": "query",
    "name": "format",
    "schema": {"type": "string", "enum": list(FORMATS)},
    "description": "Wins over the Accept header. All other parameters are the question's own.",
}
log = structlog.get_logger()
blp = Blueprint("explore", __name__, url_prefix="/v1/explore", description="Questions of analysts")


@blp.get("")
@blp.response(200, Library)
def listed() -> Row:
    """Every question: its parameters with their defaults, its columns, and a picture that suits it."""
    return {"items": [_told(question) for question in questions.questions(graph())]}


@blp.get("/<name>")
@blp.response(200, Explored)
@blp.doc(parameters=[FORMAT], responses={"200": {"content": CONTENT}})
def answered(name: str) -> Row | Response:
    """What the graph answers, as JSON or CSV; figures behind which fewer than five people stand are left out.

    Who asks what is logged. An answer that takes too long is given up: 503.
    """
    asked, at = questions.question(graph(), name), now()
    texts, wanted = _texts()
    answer = questions.ask(graph(), asked, texts, now=at)
    _log(asked, answer)
    if wanted == CSV:
        return _csv(asked, answer)
    return {"name": name, "as_of": at, "columns": list(asked.columns), **asdict(answer)}


@blp.post("/cypher")
@queries
@blp.arguments(CypherAsked)
@blp.response(200, CypherFound)
def cypher(asked: Row) -> Row:
    """Any Cypher that only reads, answered by the analysts' copy, never by the living graph.

    At most ten seconds, 1,000 rows and two megabytes. Who asks what is logged, refused or not. 503 while no
    copy is served.
    """
    told = {"by": me().id, "query": asked["query"], "parameters": sorted(asked["parameters"])}
    try:
        found = ask(served(settings()), asked["query"], asked["parameters"])
    except CircleError as error:
        log.info("cypher", outcome=str(error), **told)
        raise
    log.info("cypher", outcome="answered", rows=len(found.rows), ms=found.milliseconds, **told)
    return asdict(found)


def _texts() -> tuple[dict[str, str], str]:
    """The parameters of this request, and the media type it wants; raises Invalid."""
    given = request.args.to_dict(flat=False)
    if twice := [name for name, values in given.items() if len(values) > 1]:
        raise Invalid({name: ["Given more than once."] for name in twice})
    texts = {name: values[0] for name, values in given.items()}
    wanted = texts.pop("format", None)
    if wanted not in {None, *FORMATS}:
        raise Invalid({"format": [f"One of {', '.join(FORMATS)}."]})
    accepted = request.accept_mimetypes.best_match(FORMATS.values(), FORMATS["json"])
    return texts, FORMATS[wanted] if wanted else accepted


def _log(asked: questions.Question, answer: questions.Answer) -> None:
    told = {"rows": len(answer.rows), "truncated": answer.truncated, "ms": answer.milliseconds}
    log.info("explored", by=me().id, question=asked.name, parameters=answer.parameters, **told)


def _csv(asked: questions.Question, answer: questions.Answer) -> Response:
    response = Response(to_csv(asked.columns, answer.rows), content_type=f"{CSV}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{asked.name}.csv"'
    response.headers["X-Truncated"] = str(answer.truncated).lower()
    return response


def _told(question: questions.Question) -> Row:
    return {
        "name": question.name,
        "title_en": question.title,
        "title_zh": question.title_zh,
        "parameters": [_parameter(parameter) for parameter in question.parameters],
        "columns": [{"name": name, "name_zh": question.zh[name]} for name in question.columns],
        "picture": {"kind": question.picture[0], "columns": list(question.picture[1:])},
        "words_zh": dict(question.zh),
    }


def _parameter(parameter: questions.Parameter) -> Row:
    least, most, step = parameter.bounds if parameter.kind == "integer" else (None, None, None)
    bounds = {"least": least, "most": most, "step": step}
    told = {"name": parameter.name, "name_zh": parameter.zh, "kind": parameter.kind}
    return {**told, "default": parameter.default, **bounds}
