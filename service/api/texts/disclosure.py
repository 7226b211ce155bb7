"""The disclosure that every share carries, in both languages. It is fixed: no sharer can reword it."""

from service.api.http.current import settings
from service.api.problems.problem import language

_LABEL = {"en": "Ad", "zh": "广告"}
_LINE = {
    "en": "Verified purchase. The sharer gets no money and may gain experience.",
    "zh": "已验证的真实购买。分享者不收取任何金钱，可能获得经验值。",
}


def label() -> bool:
    """Whether a share published now carries the ad label; CIRCLE_AD_LABEL=all labels every share."""
    return settings().ad_label == "all"


def line(*, ad_label: bool) -> str:
    """The disclosure in the language of this request; it starts with the ad label, if any."""
    parts = [_LABEL[language()]] if ad_label else []
    return " · ".join([*parts, _LINE[language()]])
