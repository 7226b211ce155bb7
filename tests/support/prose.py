"""The prose of the repository: documents, docstrings and comments, and what it does not say."""

import ast
import re

from tests.support.tidy import File

# Clauses without a head, and words that hide who acts.
PHRASES = (
    "whoever",
    "whomever",
    "whose it is",
    "what is told",
    "what was told",
    "what is asked",
    "what was asked",
)


def headless(file: File) -> list[str]:
    """The banned phrases of a document, or of the docstrings and comments of code."""
    return [
        f"{file.path}:{number} {phrase}"
        for number, line in enumerate(prose(file).splitlines(), 1)
        for phrase in PHRASES
        if re.search(rf"\b{phrase}\b", line, re.IGNORECASE)
    ]


def prose(file: File) -> str:
    """What people read of a file, on the lines where it stands."""
    if file.path.endswith(".py"):
        return _marked(file.text, "#", _docstrings(file.text))
    if file.path.endswith((".js", ".cypher")):
        return _marked(file.text, "//", set())
    return file.text


def _marked(text: str, mark: str, lines: set[int]) -> str:
    shown = []
    for number, line in enumerate(text.splitlines(), 1):
        _, marked, comment = line.partition(mark)
        shown.append(line if number in lines else comment if marked else "")
    return "\n".join(shown)


def _docstrings(text: str) -> set[int]:
    """The lines of every docstring."""
    lines: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            first = node.body[0]
            lines.update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return lines
