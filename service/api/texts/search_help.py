"""Advice for a search without results, in both languages."""

from collections.abc import Sequence

from service.api.problems.problem import language
from service.api.texts.rules import Words
from service.circle.words import Word

TEXTS = {
    "type_a_word": (
        Words("Type a word: symbols alone find nothing.", "请输入文字，只有符号无法搜索。"),
        None,
    ),
    "drop_filters": (Words("Search again without the filters.", "去掉筛选条件再搜一次。"), None),
    "fewer_words": (
        Words("Use fewer words: a result must contain every one.", "减少关键词：结果须包含每一个词。"),
        None,
    ),
    "narrow": (
        Words(
            "Only the newest shares of your circle were searched; a filter reaches further back.",
            "只搜索了圈内最新的分享，加上筛选条件可以搜得更远。",
        ),
        None,
    ),
    "post_wish": (
        Words(
            "Post a wish: people in your circle who bought it are asked privately.",
            "发布求券，悄悄问问圈里买过的人。",
        ),
        "/v1/me/wishes",
    ),
    "suggestions": (
        Words("See who could bring this into your circle.", "看看加谁为好友，圈里能多出这类好物。"),
        "/v1/me/suggestions",
    ),
}


def advice(words: Sequence[Word], *, narrowed: bool, complete: bool) -> list[dict[str, str | None]]:
    """The advice that applies to this search, the easiest first."""
    applies = {
        "type_a_word": not words,
        "drop_filters": narrowed,
        "fewer_words": len(words) > 1,
        "narrow": not complete,
        "post_wish": bool(words),
        "suggestions": True,
    }
    return [_piece(code) for code, does in applies.items() if does]


def _piece(code: str) -> dict[str, str | None]:
    text, path = TEXTS[code]
    return {"code": code, "text": text.filled({})[language()], "path": path}
