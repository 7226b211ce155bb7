"""Questions under a share, for everybody who may see it."""

from typing import Any

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

Row = dict[str, Any]
ORDER = ("at", "id")
blp = Blueprint("questions", __name__, url_prefix="/v1", description="Questions and answers under a share")


@blp.get("/shares/<share>/questions")
@blp.arguments(PageQuery, location="query")
@blp.response(200, QuestionPage)
def listed(query: Row, share: str) -> Row:
    """What was asked and answered, the latest first, without names.

    I also see what I asked, and the sharer what waits for an answer.
    """
    name, limit = f"shares/{share}/questions", query["limit"]
    before = start(query["cursor"], of=name, by=ORDER)
    found = graph().one(
        "questions/list",
        me=me().id,
        share=share,
        question=None,
        before=before["at"],
        before_id=before["id"],
        limit=limit + 1,
        now=now(),
    )
    return page(found["items"], limit, of=name, by=ORDER)


@blp.post("/shares/<share>/questions")
@blp.arguments(Said)
@blp.response(201, Question)
def ask(asked: Row, share: str) -> Response:
    """Ask in public; others read it once it is answered, and never who asked."""
    at = {"question": new_id(), "op": new_id(), "now": now(), **asked}
    caller = me().id
    return once(lambda unit: questions.ask(unit, caller, share, **at))


@blp.post("/questions/<question>/answer")
@blp.arguments(Said)
@blp.response(200, Question)
def answer(asked: Row, question: str) -> Row:
    """Answer a question under a share of mine; answered again, the new words stand."""
    at = {"op": new_id(), "now": now(), **asked}
    caller = me().id
    return graph().transaction(lambda unit: questions.answer(unit, caller, question, **at), op=at["op"])


@blp.post("/threads/<thread>/publish")
@blp.arguments(FromThread)
@blp.response(201, Question)
def publish(asked: Row, thread: str) -> Response:
    """Make an answer of mine in a thread public, under the share, so that nobody need ask again.

    I word the question; what the asker wrote stays between us, and nobody learns who asked.
    """
    at = {"question": new_id(), "op": new_id(), "now": now(), **asked}
    caller = me().id
    return once(lambda unit: questions.publish(unit, caller, thread, **at))


@blp.delete("/questions/<question>")
@blp.response(204)
def withdraw(question: str) -> None:
    """Take a question of mine back, or one under a share of mine away."""
    graph().one("questions/withdraw", me=me().id, question=question, now=now())
