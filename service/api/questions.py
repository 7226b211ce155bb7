"""Public questions under a share, for everyone who may see it."""

from flask import Response
from flask_smorest import Blueprint

from service.actions import questions
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.questions import FromThread, Question, QuestionPage
from service.api.schemas.threads import Said
from service.graph.client import Row

ORDER = ("at", "id")
blp = Blueprint("questions", __name__, url_prefix="/v1", description="Questions and answers under a share")


@blp.get("/shares/<share>/questions")
@blp.arguments(PageQuery, location="query")
@blp.response(200, QuestionPage)
def listed(query: Row, share: str) -> Row:
    """Answered questions, newest first, without names.

    I also see my own open questions; the sharer also sees those that wait for an answer.
    """
    name, limit = f"shares/{share}/questions", query["limit"]
    before = start(query["cursor"], of=name, by=ORDER)
    answer = graph().one(
        "questions/list",
        me=me().id,
        share=share,
        question=None,
        before=before["at"],
        before_id=before["id"],
        limit=limit + 1,
        now=now(),
    )
    return page(answer["items"], limit, of=name, by=ORDER)


@blp.post("/shares/<share>/questions")
@blp.arguments(Said)
@blp.response(201, Question)
def ask(body: Row, share: str) -> Response:
    """Ask publicly. Others see the question once it has an answer, and never who asked."""
    at = {"question": new_id(), "op": new_id(), "now": now(), **body}
    caller = me().id
    return once(lambda unit: questions.ask(unit, caller, share, **at))


@blp.post("/questions/<question>/answer")
@blp.arguments(Said)
@blp.response(200, Question)
def answer(body: Row, question: str) -> Row:
    """Answer a question under a share of mine. Answering again replaces the text."""
    at = {"op": new_id(), "now": now(), **body}
    caller = me().id
    return graph().transaction(lambda unit: questions.answer(unit, caller, question, **at), op=at["op"])


@blp.post("/threads/<thread>/publish")
@blp.arguments(FromThread)
@blp.response(201, Question)
def publish(body: Row, thread: str) -> Response:
    """Publish an answer of mine from a thread under the share, so that nobody needs to ask again.

    I write the question myself. The asker's words stay between us, and nobody learns who asked.
    """
    at = {"question": new_id(), "op": new_id(), "now": now(), **body}
    caller = me().id
    return once(lambda unit: questions.publish(unit, caller, thread, **at))


@blp.delete("/questions/<question>")
@blp.response(204)
def withdraw(question: str) -> None:
    """Withdraw a question of mine, or remove one under a share of mine."""
    graph().one("questions/withdraw", me=me().id, question=question, now=now())
