"""The kinds of pictures for an answer, drawn on matplotlib's axes."""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any

from service.explore.files import need
from service.explore.questions import Question
from service.graph.client import Row

# Okabe and Ito's colours, which colour-blind people can distinguish.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")
INK, FADED, FAINT = "#222222", "#777777", "#DDDDDD"
LEAST_BARS, MOST_BARS, MOST_LINES = 3, 24, 20
MARKS = 80  # characters along the bottom
SMALL_CIRCLE, LARGE_CIRCLE = 250, 1800


class Canvas:
    """A picture in progress: the axes, the rows, and the words in the reader's language."""

    def __init__(self, axes: Any, question: Question, rows: Sequence[Row], language: str) -> None:
        self.axes, self.question, self.rows, self.language = axes, question, rows, language
        self.columns = question.picture[1:]

    def word(self, name: str) -> str:
        """The name of a column in the reader's language."""
        return self.question.word(name, self.language)

    def text(self, row: Row, column: str) -> str:
        """A cell as text, in Chinese if the reader's language is Chinese and the row has a Chinese name."""
        named = f"{column}_zh" if self.language == "zh" and f"{column}_zh" in row else column
        return self.question.cell(row[named], self.language)


def nothing(canvas: Canvas) -> None:
    """A picture for an answer without rows."""
    text = "没有足够多的人可供统计" if canvas.language == "zh" else "No group with enough people"
    canvas.axes.text(0.5, 0.5, text, ha="center", va="center", transform=canvas.axes.transAxes, color=INK)
    canvas.axes.set_axis_off()


def _series(canvas: Canvas) -> dict[str, list[Row]]:
    """The rows by the third column of the picture; one series without a name if there is no third column."""
    parts: dict[str, list[Row]] = {}
    for row in canvas.rows:
        name = canvas.text(row, canvas.columns[2]) if len(canvas.columns) > 2 else ""
        parts.setdefault(name, []).append(row)
    return parts


def _bar(canvas: Canvas) -> None:
    along, height, *_ = canvas.columns
    places = list(dict.fromkeys(canvas.text(row, along) for row in canvas.rows))[:MOST_BARS]
    series = _series(canvas)
    wide = 0.8 / len(series)
    for n, (name, rows) in enumerate(series.items()):
        heights = {canvas.text(row, along): row[height] or 0 for row in rows}
        at = [place + (n - (len(series) - 1) / 2) * wide for place in range(len(places))]
        bars = canvas.axes.barh(
            at, [heights.get(place, 0) for place in places], wide, color=COLOURS[n % 8], label=name
        )
        labels = [canvas.question.cell(heights.get(place), "en") for place in places]
        canvas.axes.bar_label(bars, labels, padding=3, fontsize=8)
    canvas.axes.set_yticks(range(len(places)), places)
    middle, half = (len(places) - 1) / 2, max(len(places), LEAST_BARS) / 2
    canvas.axes.set_ylim(middle + half, middle - half)
    canvas.axes.margins(x=0.12)
    _named(canvas, canvas.word(height), canvas.word(along), list(series))


def _line(canvas: Canvas) -> None:
    along, height, *_ = canvas.columns
    marks = sorted({row[along] for row in canvas.rows})
    places = {mark: mark if isinstance(mark, int) else place for place, mark in enumerate(marks)}
    series = _series(canvas)
    for n, (name, rows) in enumerate(series.items()):
        at, values = [places[row[along]] for row in rows], [row[height] for row in rows]
        canvas.axes.plot(at, values, color=COLOURS[n % 8], label=name, marker="o", markersize=3)
    shown = marks[:: -(-len(marks) * len(f"{marks[-1]}  ") // MARKS)]
    canvas.axes.set_xticks([places[mark] for mark in shown], [str(mark) for mark in shown])
    canvas.axes.set_ylim(bottom=0)
    _named(canvas, canvas.word(along), canvas.word(height), list(series))


def _named(canvas: Canvas, across: str, up: str, series: list[str]) -> None:
    canvas.axes.set_xlabel(across, fontsize=9)
    canvas.axes.set_ylabel(up, fontsize=9, labelpad=8)
    canvas.axes.grid(color=FAINT, linewidth=0.6)
    canvas.axes.set_axisbelow(True)
    if len(series) > 1:
        canvas.axes.legend(fontsize=8, frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))


def _funnel(canvas: Canvas) -> None:
    step, height = canvas.columns
    values = [row[height] for row in canvas.rows]
    most = max(values)
    left = [-value / 2 for value in values]
    canvas.axes.barh(range(len(values)), values, 0.64, left=left, color=COLOURS[0])
    for n, (row, value) in enumerate(zip(canvas.rows, values, strict=True)):
        inside = value > most / 3
        look = {"ha": "center", "color": "white"} if inside else {"ha": "left", "color": INK}
        at = 0 if inside else value / 2 + most / 60
        canvas.axes.text(at, n, f"{canvas.text(row, step)}  {value:,}", va="center", fontsize=10, **look)
        if n and values[n - 1]:
            part = f"↓ {100 * value / values[n - 1]:.0f}%"
            canvas.axes.text(0, n - 0.5, part, ha="center", va="center", fontsize=8, color=FADED)
    canvas.axes.invert_yaxis()
    canvas.axes.set_axis_off()


def _map(canvas: Canvas) -> None:
    source, target, weight = canvas.columns
    members = {row[source]: row["members"] for row in canvas.rows}
    ties = {(row[source], row[target]): row[weight] for row in canvas.rows if row[source] != row[target]}
    ends = sorted({row[end] for row in canvas.rows for end in (source, target)})
    places, most = _places(ends, ties), max(ties.values(), default=1)
    for (one, other), ties_between in ties.items():
        part = ties_between / most
        (x, y), (z, w) = places[one], places[other]
        canvas.axes.plot([x, z], [y, w], color=COLOURS[0], linewidth=0.5 + 5 * part, alpha=0.2 + 0.5 * part)
    largest = max(members.values())
    for circle, (x, y) in places.items():
        people = members.get(circle, 0)
        size = SMALL_CIRCLE + LARGE_CIRCLE * people / largest
        canvas.axes.scatter([x], [y], s=size, color=COLOURS[1], edgecolor="white", zorder=2)
        canvas.axes.text(x, y, f"{people or ''}", ha="center", va="center", fontsize=9, zorder=3)
    legend = f"●  {canvas.word('members')}      ━  {canvas.word(weight)}"
    canvas.axes.text(0, 0, legend, transform=canvas.axes.transAxes, fontsize=8, color=FADED)
    canvas.axes.margins(0.12)
    canvas.axes.set_axis_off()


def _places(ends: Sequence[Any], ties: Mapping[tuple[Any, Any], float]) -> dict[Any, tuple[float, float]]:
    """The place of each end; ends with more ties are closer, and weak ties keep the rest in the picture."""
    nx = need("networkx")
    graph, most = nx.Graph(), max(ties.values(), default=1)
    graph.add_nodes_from(ends)
    for one, other in combinations(ends, 2):
        graph.add_edge(one, other, weight=0.1 + (ties.get((one, other), 0) / most) ** 0.5)
    places: dict[Any, tuple[float, float]] = nx.spring_layout(graph, seed=7, k=1.5, iterations=300)
    return places


def _rows(canvas: Canvas) -> None:
    columns = canvas.question.shown(canvas.language)
    cells = [[canvas.text(row, column) for column in columns] for row in canvas.rows[:MOST_LINES]]
    words = [canvas.word(column) for column in columns]
    table = canvas.axes.table(cells, colLabels=words, loc="center", edges="horizontal")
    table.scale(1, 1.5)
    table.auto_set_font_size(False)
    table.set_fontsize(8)
    canvas.axes.set_axis_off()


KINDS: dict[str, Callable[[Canvas], None]] = {
    "bar": _bar,
    "line": _line,
    "funnel": _funnel,
    "map": _map,
    "table": _rows,
}
