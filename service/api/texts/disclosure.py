"""The line that every share carries, in both languages: fixed, so that nobody words it away."""

from service.api.http.current import settings
from service.api.problems.problem import language

_LABEL = {"en": "Ad", "zh": "广告"}
_LINE = {
    "en": "Verified purchase. The sharer gets no money and may gain experience.",
    "zh": "已验证的真实购买。分享者不获得任何金钱，可能获得经验值。",
}


def label() -> bool:
    """Whether a share published now is labelled as an ad; CIRCLE_AD_LABEL=all labels every one."""
    return settings().ad_label == "all"


def line(*, ad_label: bool) -> str:
    """The line in the language that the client asked for; it begins with the ad label, if any."""
    parts = [_LABEL[language()]] if ad_label else []
    return " · ".join([*parts, _LINE[language()]])
