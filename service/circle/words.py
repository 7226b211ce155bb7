"""The words of a search: how a text matches each, and how the full-text index looks each up.

Only a word's `pattern` decides whether a text has it. Its `lookup` returns every text that the pattern
matches, and more, so the index narrows the search and never changes its result.
Any sign but a letter, digit or pictograph separates words and has no other meaning.
"""

import re
import unicodedata
from dataclasses import dataclass

# Written without spaces: a word of these may stand anywhere, also inside a longer one. An end that
# normalization would move is escaped (Unicode's NFC makes U+F900 an U+8C48).
HAN = "一-鿿"
UNSPACED = f"{HAN}㐀-䶿\uf900-\ufaff𠀀-\U0003fffd〇ぁ-ヺー-ヿㇰ-ㇿｦ-ﾟ"
UNSEEN = "\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # part of the letter before it
LETTER = f"[^\\W{UNSPACED}{UNSEEN}]"  # a letter or digit of a script that puts spaces between words
JOINS_LETTERS = ".:'’·．：＇"  # as in "don't": no word begins after one (Unicode Annex 29)
JOINS_DIGITS = ".,;'’．，；＇"  # as in "1,000"
PIECE = re.compile(
    f"[{UNSPACED}]+|{LETTER}(?:{LETTER}|(?<=[^\\W\\d])[{JOINS_LETTERS}](?=[^\\W\\d{UNSPACED}])"
    f"|(?<=\\d)[{JOINS_DIGITS}](?=\\d))*|[^\\w\\s]"
)
PICTOGRAPH = "So"
# The analyzer `cjk` leaves these out of its index.
STOP_WORDS = (
    " a and are as at be but by for if in into is it no not of on or s such t that the their then there"
    " these they this to was will with www"
)
WIDER = 0xFEE0  # from a character of ASCII to the same in full width
FULL_WIDTH = {code + WIDER: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}


@dataclass(frozen=True)
class Word:
    """A word in lower case; `open` while more letters may follow."""

    text: str
    open: bool = False

    @property
    def pattern(self) -> str:
        """A regular expression for the word in a text; Python and Java read it alike."""
        written = "".join(map(_letter, self.text))
        if not re.match(LETTER, self.text):
            return written
        digit = self.text[0].isdigit()
        before = f"\\d[{JOINS_DIGITS}]" if digit else f"[^\\W\\d_{UNSPACED}][{JOINS_LETTERS}]"
        end = "" if self.open else f"(?!{LETTER})"
        return f"(?<!{LETTER})(?<![{UNSEEN}])(?<!{before}){written}{end}"

    @property
    def test(self) -> str:
        """The pattern as Cypher's `=~` wants it."""
        return f"(?sU).*?{self.pattern}.*"

    @property
    def lookup(self) -> str | None:
        """The full-text query for the word; None where the index would miss texts."""
        if re.fullmatch(f"[{HAN}]{{2,}}", self.text):
            return f'"{self.text}"'
        plain = re.match("[0-9a-z]*", self.text)[0]  # type: ignore[index]
        return f"{plain}*" if self.is_rare and plain else None

    @property
    def is_rare(self) -> bool:
        """Whether it neither is, nor may become, one of the commonest words."""
        return f" {self.text}" not in STOP_WORDS


def words(text: str) -> list[Word]:
    """The words of a typed text, each once, in order."""
    folded = fold(text)
    distinct: dict[str, Word] = {}
    for piece in PIECE.finditer(folded):
        if re.match(r"\w", piece[0]) or unicodedata.category(piece[0]) == PICTOGRAPH:
            distinct.setdefault(piece[0], Word(piece[0], open=piece.end() == len(folded)))
    return list(distinct.values())


def fold(text: str) -> str:
    """`text` in lower case and half width."""
    return unicodedata.normalize("NFC", text).translate(FULL_WIDTH).lower()


def _letter(letter: str) -> str:
    """An expression for a lower-case letter in either case and either width."""
    cases = {case for case in (letter, letter.upper()) if len(case) == 1}
    wide = {chr(ord(case) + WIDER) for case in cases if "!" <= case <= "~"}
    return f"[{''.join(sorted(cases | wide))}]" if cases | wide != {letter} else letter
