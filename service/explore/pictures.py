"""Answers drawn as the picture that their question suggests: a PNG by matplotlib."""

import io

from service.explore.canvas import FADED, INK, KINDS, Canvas, nothing
from service.explore.files import need
from service.explore.questions import Answer, Question

# Fonts with Chinese, as they are called where they are found.
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


def draw(asked: Question, answer: Answer, language: str) -> bytes:
    """A PNG; in English where no font has Chinese. Raises Misconfigured when matplotlib is not installed."""
    fonts = _fonts()
    language = language if fonts else "en"
    with need("matplotlib").rc_context(
        {"font.sans-serif": [*fonts, "DejaVu Sans"], "axes.unicode_minus": False}
    ):
        figure = need("matplotlib.figure").Figure(figsize=SIZE, layout="constrained")
        axes = figure.add_subplot()
        axes.set_title(asked.heading(language), loc="left", fontsize=11, wrap=True, color=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelsize=8)
        canvas = Canvas(axes, asked, answer.rows, language)
        (KINDS[asked.picture[0]] if answer.rows else nothing)(canvas)
        figure.supxlabel(_note(asked, answer, language), fontsize=7, color=FADED, x=0.99, ha="right")
        png = io.BytesIO()
        figure.savefig(png, dpi=DOTS)
    return png.getvalue()


def _fonts() -> list[str]:
    """The fonts of this machine that have Chinese."""
    here = {font.name for font in need("matplotlib.font_manager").fontManager.ttflist}
    return [name for name in CHINESE if name in here]


def _note(asked: Question, answer: Answer, language: str) -> str:
    told = [f"{asked.word(name, language)} {value}" for name, value in answer.parameters.items() if value]
    return "  ·  ".join(told)
