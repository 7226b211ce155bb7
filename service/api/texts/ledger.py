"""The lines of a ledger and the steps to the next level, explained in the reader's language."""

from dataclasses import dataclass

from service.api.texts.rules import ACTS, CAPS, CAUSES, RULES, VOIDED, Words
from service.graph.client import Row

STAGES = ("points", "by_kind", "by_day", "effective")
WHY = {"pair": "same_buyer", "recip": "mutual", "relation": "new_friend", "repeat": "same_shop"}


@dataclass(frozen=True)
class Explainer:
    """Explains in `language`, `en` or `zh`, with the numbers of the rules."""

    numbers: Row
    language: str

    def line(self, row: Row, folded: Row | None) -> Row:
        """`row` of levels/ledger with the result of the fold; `folded` is None for a line that cannot count.

        `effective` is what the line counts now. `expected` is what a pending line will count if nothing
        changes.
        """
        void, numbers = row["state"] == "voided", {**self.numbers, "limit": row.pop("per_day")}
        worth = folded or dict.fromkeys(STAGES, 0)
        counts = {"matured": "effective", "pending": "expected"}.get(row["state"])
        return {
            **row,
            "void_text": self._text(VOIDED[row["void_reason"]], numbers) if void else None,
            "factors": [] if void else [self._worded(each, CAUSES, numbers) for each in factors(folded)],
            "points": worth["points"],
            "caps": [self._worded(each, CAPS, numbers) for each in caps(worth)],
            "effective": 0,
            "expected": None,
            **({counts: worth["effective"]} if counts else {}),
        }

    def steps(self, missing: list[Row]) -> list[Row]:
        """The missing acts, each with its text."""
        return [{**step, "text": self._text(_act(**step), step)} for step in missing]

    def _worded(self, each: Row, words: dict[str, Words], numbers: Row) -> Row:
        cause = each["cause"]
        return {**each, "text": self._text(words[cause], numbers) if cause else None}

    def _text(self, words: Words, numbers: Row) -> str:
        return words.filled(numbers)[self.language]


def published(numbers: Row) -> list[Row]:
    """The rules, each in both languages."""
    return [{"name": name, **words.filled(numbers)} for name, words in RULES.items()]


def factors(folded: Row | None) -> list[Row]:
    """`{name, value, cause}` for each factor; `value` is a fraction as text: "1/2"."""
    if folded is None:
        return [{"name": "purchase", "value": "0", "cause": "no_purchase"}]
    names = [name for name in (*WHY, "indep") if name in folded]
    return [{"name": n, "value": _fraction(folded[n]), "cause": _cause(n, folded[n])} for n in names]


def caps(worth: Row) -> list[Row]:
    """`{name, cut, cause}` for each cap that took something."""
    left = [worth[stage] for stage in STAGES]
    cuts = zip(CAPS, left, left[1:], strict=False)
    return [{"name": n, "cut": had - has, "cause": n} for n, had, has in cuts if had > has]


def _act(act: str, missing: int) -> Words:
    one, several = ACTS[act]
    return one if missing == 1 else several


def _fraction(divisor: int) -> str:
    return {0: "0", 1: "1"}.get(divisor, f"1/{divisor}")


def _cause(name: str, divisor: int) -> str | None:
    if divisor == 1:
        return None
    if name == "indep":
        return "young_account" if divisor else "shared_identifier"
    return WHY[name]
