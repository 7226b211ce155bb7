"""Draws an answer as its question's picture: a PNG by matplotlib."""

import io

from service.explore.canvas import FADED, INK, KINDS, Canvas, nothing
from service.explore.files import need
from service.explore.questions import Answer, Question

# Names of fonts with Chinese characters on common systems.
CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
SIZE, DOTS = (8.0, 4.5), 100


def draw(question: Question, answer: Answer, language: str) -> bytes:
    """A PNG, in English if no font has Chinese. Raises Misconfigured when matplotlib is not installed."""
    fonts = _fonts()
    language = language if fonts else "en"
    with need("matplotlib").rc_context(
        {"font.sans-serif": [*fonts, "DejaVu Sans"], "axes.unicode_minus": False}
    ):
        figure = need("matplotlib.figure").Figure(figsize=SIZE, layout="constrained")
        axes = figure.add_subplot()
        axes.set_title(question.heading(language), loc="left", fontsize=11, wrap=True, color=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelsize=8)
        canvas = Canvas(axes, question, answer.rows, language)
        (KINDS[question.picture[0]] if answer.rows else nothing)(canvas)
        figure.supxlabel(_note(question, answer, language), fontsize=7, color=FADED, x=0.99, ha="right")
        png = io.BytesIO()
        figure.savefig(png, dpi=DOTS)
    return png.getvalue()


def _fonts() -> list[str]:
    """The fonts on this machine with Chinese characters."""
    here = {font.name for font in need("matplotlib.font_manager").fontManager.ttflist}
    return [name for name in CHINESE if name in here]


def _note(question: Question, answer: Answer, language: str) -> str:
    given = {name: value for name, value in answer.parameters.items() if value}
    return "  ·  ".join(f"{question.word(name, language)} {value}" for name, value in given.items())
