"""The question that reaches an owner when somebody of their circle makes a wish."""

from service.api.problems.problem import language

_LINE = {
    "en": "Someone in your circle is looking for this. Would you share yours? You don't have to answer.",
    "zh": "圈里有人在找这个，愿意分享你的券吗？不回应也没关系。",
}


def line() -> str:
    """The question in the language of this request; it never says who wished."""
    return _LINE[language()]
