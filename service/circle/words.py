"""What a person types to search, as words: how each is found in a text, and how an index is asked for it.

Only a word's `pattern` decides whether a text has it. Its `lookup` finds every text that the pattern
matches, and more; so the index narrows where to look and never changes what is found.
What is no letter, digit or pictograph parts words and means nothing else.
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
        """What finds it in a text: a regular expression that Python and Java read alike."""
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
        """What to ask a full-text index for; None where the index cannot tell all."""
        if re.fullmatch(f"[{HAN}]{{2,}}", self.text):
            return f'"{self.text}"'
        plain = re.match("[0-9a-z]*", self.text)[0]  # type: ignore[index]
        return f"{plain}*" if self.tells and plain else None

    @property
    def tells(self) -> bool:
        """Whether it says something: not if it is, or may become, one of the commonest words."""
        return f" {self.text}" not in STOP_WORDS


def words(text: str) -> list[Word]:
    """The words of what somebody typed, each once, in order."""
    folded = fold(text)
    found: dict[str, Word] = {}
    for piece in PIECE.finditer(folded):
        if re.match(r"\w", piece[0]) or unicodedata.category(piece[0]) == PICTOGRAPH:
            found.setdefault(piece[0], Word(piece[0], open=piece.end() == len(folded)))
    return list(found.values())


def fold(text: str) -> str:
    """`text` in lower case and half width."""
    return unicodedata.normalize("NFC", text).translate(FULL_WIDTH).lower()


def _letter(letter: str) -> str:
    """The expression that matches a letter of lower case in each way to write it."""
    cases = {case for case in (letter, letter.upper()) if len(case) == 1}
    wide = {chr(ord(case) + WIDER) for case in cases if "!" <= case <= "~"}
    return f"[{''.join(sorted(cases | wide))}]" if cases | wide != {letter} else letter
