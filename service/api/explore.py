"""Analysts' questions on the live graph: reviewed, bounded, about groups only. And free Cypher on a copy."""

from dataclasses import asdict

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
from service.graph.client import Row

CSV = "text/csv"
FORMATS = {"json": "application/json", "csv": CSV}
CONTENT = {FORMATS["json"]: {"schema": Explored}, CSV: {"schema": {"type": "string"}}}
FORMAT = {
    "in": "query",
    "name": "format",
    "schema": {"type": "string", "enum": list(FORMATS)},
    "description": "Overrides the Accept header. All other parameters belong to the question.",
}
log = structlog.get_logger()
blp = Blueprint("explore", __name__, url_prefix="/v1/explore", description="Questions of analysts")


@blp.get("")
@blp.response(200, Library)
def listed() -> Row:
    """Every question with its parameters, their defaults, its columns and a suitable picture."""
    return {"items": [_entry(question) for question in questions.questions(graph())]}


@blp.get("/<name>")
@blp.response(200, Explored)
@blp.doc(parameters=[FORMAT], responses={"200": {"content": CONTENT}})
def answered(name: str) -> Row | Response:
    """The answer of the graph, as JSON or CSV. It leaves out figures about fewer than five people.

    The server logs the caller and the question. It gives up an answer that takes too long: 503.
    """
    question, at = questions.question(graph(), name), now()
    texts, wanted = _texts()
    answer = questions.ask(graph(), question, texts, now=at)
    _log(question, answer)
    if wanted == CSV:
        return _csv(question, answer)
    return {"name": name, "as_of": at, "columns": list(question.columns), **asdict(answer)}


@blp.post("/cypher")
@queries
@blp.arguments(CypherAsked)
@blp.response(200, CypherFound)
def cypher(body: Row) -> Row:
    """Any read-only Cypher, answered by the analysts' copy and never by the live graph.

    At most ten seconds, 1,000 rows and two megabytes. The server logs the caller and the query, refused
    or not. 503 while there is no copy.
    """
    who = {"by": me().id, "query": body["query"], "parameters": sorted(body["parameters"])}
    try:
        result = ask(served(settings()), body["query"], body["parameters"])
    except CircleError as error:
        log.info("cypher", outcome=str(error), **who)
        raise
    log.info("cypher", outcome="answered", rows=len(result.rows), ms=result.milliseconds, **who)
    return asdict(result)


def _texts() -> tuple[dict[str, str], str]:
    """The parameters of this request and its media type; raises Invalid."""
    given = request.args.to_dict(flat=False)
    if twice := [name for name, values in given.items() if len(values) > 1]:
        raise Invalid({name: ["Given more than once."] for name in twice})
    texts = {name: values[0] for name, values in given.items()}
    wanted = texts.pop("format", None)
    if wanted not in {None, *FORMATS}:
        raise Invalid({"format": [f"One of {', '.join(FORMATS)}."]})
    accepted = request.accept_mimetypes.best_match(FORMATS.values(), FORMATS["json"])
    return texts, FORMATS[wanted] if wanted else accepted


def _log(question: questions.Question, answer: questions.Answer) -> None:
    size = {"rows": len(answer.rows), "truncated": answer.truncated, "ms": answer.milliseconds}
    log.info("explored", by=me().id, question=question.name, parameters=answer.parameters, **size)


def _csv(question: questions.Question, answer: questions.Answer) -> Response:
    response = Response(to_csv(question.columns, answer.rows), content_type=f"{CSV}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{question.name}.csv"'
    response.headers["X-Truncated"] = str(answer.truncated).lower()
    return response


def _entry(question: questions.Question) -> Row:
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
    names = {"name": parameter.name, "name_zh": parameter.zh, "kind": parameter.kind}
    return {**names, "default": parameter.default, **bounds}
