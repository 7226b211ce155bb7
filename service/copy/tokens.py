"""Cypher as tokens: enough of its lexer to know which words belong to the language.

`plain` first makes the text unambiguous. It decodes `\\uXXXX`, as Cypher does before it parses, turns
comments into blanks, and refuses invisible characters. The server gets that text.
"""

import re
import unicodedata
from dataclasses import dataclass

from service.errors import Refused

_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
# Once decoded, these could begin or end a text, a name or a comment.
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
    """A word, a name in backticks (`quoted`), a text, a number or a sign, with its position."""

    kind: str
    text: str
    at: int

    @property
    def word(self) -> str:
        """A word in capitals, as the language compares it; empty for other tokens."""
        return unicodedata.normalize("NFKC", self.text).upper() if self.kind == "word" else ""

    @property
    def name(self) -> str:
        """The name in a word or in backticks; empty for other tokens."""
        return (
            self.text[1:-1].replace("``", "`") if self.kind == "quoted" else self.text * (self.kind == "word")
        )


def plain(text: str) -> tuple[str, list[Token]]:
    """The text without escapes and comments, and its tokens; raises Refused for text it cannot read."""
    decoded = _ESCAPE.sub(_decoded, text)
    pieces, tokens, at = [], [], 0
    while at < len(decoded):
        match = _TOKEN.match(decoded, at)
        if not match or match.lastgroup is None:
            raise unread(decoded[at], at)
        kind, piece = match.lastgroup, match[0]
        if kind in {"space", "comment"}:
            pieces.append(_blank(piece, at))
        else:
            _hold_visible(kind, piece, at)
            if kind in {"word", "number"} and decoded[match.end() :].startswith("$"):
                raise unread("$", match.end())  # Cypher reads it in a name, this lexer as a parameter
            pieces.append(piece)
            tokens.append(Token(kind, piece, at))
        at = match.end()
    return "".join(pieces), tokens


def unread(sign: str, at: int) -> Refused:
    """The problem of a character that is out of place."""
    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    return Refused("cypher_refused", word=shown, at=at)


def _blank(piece: str, at: int) -> str:
    """The piece as blanks; raises Refused for a comment with a line end that only some lexers know."""
    if piece.startswith("//") and len(piece.splitlines()) > 1:
        raise unread(next(sign for sign in piece if _unseen(sign)), at)
    return re.sub(r"[^\n]", " ", piece)


def _hold_visible(kind: str, piece: str, at: int) -> None:
    if kind != "text" and (odd := next((sign for sign in piece if _unseen(sign)), "")):
        raise unread(odd, at)


def _decoded(match: re.Match[str]) -> str:
    sign = chr(int(match[1], 16))
    if sign in _STRUCTURE or not sign.isprintable():
        raise unread(match[0], match.start())
    return sign


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "CZ" and sign != " "
