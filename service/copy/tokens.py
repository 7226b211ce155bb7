"""Cypher as tokens: enough of its lexer to know which words are words of the language.

`plain` first makes the text mean one thing only: Cypher decodes `\\uXXXX` before it reads, so here it is
decoded, comments become blanks, and what a reader might not see is refused. The server gets that text.
"""

import re
import unicodedata
from dataclasses import dataclass

from service.errors import Refused

_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
# Decoded, these would begin or end a text, a name or a comment.
_STRUCTURE = set("'\"`\\/*;\n\r")
_TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<comment>//[^\n\r]*|/\*.*?\*/)
    |(?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
    |(?P<quoted>`(?:[^`]|``)*`)
    |(?P<parameter>\$(?:\w+|`(?:[^`]|``)*`))
    |(?P<number>\d\w*(?:\.\d\w*)?)
    |(?P<word>[^\W\d]\w*)
    |(?P<sign>\$(?=\()|[!#%&()*+,./:;<=>?@\[\]^{|}~-])""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    """A word, a name in backticks (`quoted`), a text, a number or a sign, and where it stands."""

    kind: str
    text: str
    at: int

    @property
    def word(self) -> str:
        """A word as the language knows it, in capitals; nothing for all else."""
        return unicodedata.normalize("NFKC", self.text).upper() if self.kind == "word" else ""

    @property
    def name(self) -> str:
        """What a word or a name in backticks calls; nothing for all else."""
        return (
            self.text[1:-1].replace("``", "`") if self.kind == "quoted" else self.text * (self.kind == "word")
        )


def plain(text: str) -> tuple[str, list[Token]]:
    """The text without escapes and comments, and its tokens; raises Refused when it cannot be read."""
    decoded = _ESCAPE.sub(_decoded, text)
    pieces, tokens, at = [], [], 0
    while at < len(decoded):
        found = _TOKEN.match(decoded, at)
        if not found or found.lastgroup is None:
            raise unread(decoded[at], at)
        kind, piece = found.lastgroup, found[0]
        if kind == "comment" and piece.startswith("//") and len(piece.splitlines()) > 1:
            raise unread(
                next(sign for sign in piece if _unseen(sign)), at
            )  # some end a line here, some do not
        if kind in {"space", "comment"}:
            pieces.append(re.sub(r"[^\n]", " ", piece))
        else:
            if kind != "text" and (odd := next((sign for sign in piece if _unseen(sign)), "")):
                raise unread(odd, at)
            if kind in {"word", "number"} and decoded[found.end() :].startswith("$"):
                raise unread("$", found.end())  # part of a name to Cypher, and the begin of a parameter to us
            pieces.append(piece)
            tokens.append(Token(kind, piece, at))
        at = found.end()
    return "".join(pieces), tokens


def unread(sign: str, at: int) -> Refused:
    """The problem of a character that is out of place."""
    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    return Refused("cypher_refused", word=shown, at=at)


def _decoded(found: re.Match[str]) -> str:
    sign = chr(int(found[1], 16))
    if sign in _STRUCTURE or not sign.isprintable():
        raise unread(found[0], found.start())
    return sign


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "CZ" and sign != " "
