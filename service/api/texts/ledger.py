"""What the rules did to each line of a ledger, in the reader's language."""

from dataclasses import dataclass

from service.api.texts.rules import ACTS, CAPS, CAUSES, RULES, VOIDED, Row, Words

STAGES = ("points", "by_kind", "by_day", "effective")
WHY = {"pair": "same_buyer", "recip": "mutual", "relation": "new_friend", "repeat": "same_shop"}


@dataclass(frozen=True)
class Told:
    """Explains with these numbers of the rules, in `en` or `zh`."""

    numbers: Row
    language: str

    def line(self, row: Row, folded: Row | None) -> Row:
        """`row` of levels/ledger with what the fold made of it, None when it cannot count.

        `effective` is what it counts now; `expected`, of a pending line, what it will if all stays so.
        """
        void, numbers = row["state"] == "voided", {**self.numbers, "limit": row.pop("per_day")}
        worth = folded or dict.fromkeys(STAGES, 0)
        counts = {"matured": "effective", "pending": "expected"}.get(row["state"])
        return {
            **row,
            "void_text": VOIDED[row["void_reason"]].told(numbers)[self.language] if void else None,
            "factors": [] if void else [self._worded(each, CAUSES, numbers) for each in factors(folded)],
            "points": worth["points"],
            "caps": [self._worded(each, CAPS, numbers) for each in caps(worth)],
            "effective": 0,
            "expected": None,
            **({counts: worth["effective"]} if counts else {}),
        }

    def steps(self, found: list[Row]) -> list[Row]:
        """The next acts, each with its text."""
        return [{**step, "text": ACTS[step["act"]].told(self.numbers)[self.language]} for step in found]

    def _worded(self, each: Row, words: dict[str, Words], numbers: Row) -> Row:
        cause = each["cause"]
        return {**each, "text": words[cause].told(numbers)[self.language] if cause else None}


def published(numbers: Row) -> list[Row]:
    """The rules, each in both languages."""
    return [{"name": name, **words.told(numbers)} for name, words in RULES.items()]


def factors(folded: Row | None) -> list[Row]:
    """`{name, value, cause}` for each factor; `value` is a fraction in words: "1/2"."""
    if folded is None:
        return [{"name": "purchase", "value": "0", "cause": "no_purchase"}]
    names = [name for name in (*WHY, "indep") if name in folded]
    return [{"name": n, "value": _fraction(folded[n]), "cause": _cause(n, folded[n])} for n in names]


def caps(worth: Row) -> list[Row]:
    """`{name, cut, cause}` for each cap that took something."""
    left = [worth[stage] for stage in STAGES]
    cuts = zip(CAPS, left, left[1:], strict=False)
    return [{"name": n, "cut": had - has, "cause": n} for n, had, has in cuts if had > has]


def _fraction(divisor: int) -> str:
    return {0: "0", 1: "1"}.get(divisor, f"1/{divisor}")


def _cause(name: str, divisor: int) -> str | None:
    if divisor == 1:
        return None
    if name == "indep":
        return "young_account" if divisor else "shared_identifier"
    return WHY[name]
