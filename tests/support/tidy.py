"""What the rules of the house say of files: each rule is a function from files to those that break it."""

import ast
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from service.settings import ROOT

# Words that name no variable, parameter, function, attribute or column: say what the thing is.
NAMES = {"told", "asked", "found", "made"}
WIDEST_QUERY, LONGEST_QUERY = 100, 40
WIDEST_LINE, LONGEST_FILE = 110, 200
TO_TOOLS = re.compile(r"  # (noqa|type: ignore|fmt: skip).*")
# Python runs or imports these by their names in a text: commands, processes, the application of the server.
NAMED = re.compile(r"^service(\.\w+)+$")


class File(NamedTuple):
    """A file of the repository: its path from the root and its text."""

    path: str
    text: str


def tracked(*patterns: str) -> list[File]:
    """The files that git knows, by patterns of git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    paths = [ROOT / path for path in listed.split("\0") if path]
    return [
        File(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths if path.exists()
    ]


def too_wide(files: Iterable[File], widest: int) -> list[str]:
    """Every line wider than this, without its words to ruff and mypy."""
    return [
        f"{file.path}:{number} has {width} columns"
        for file in files
        for number, line in enumerate(file.text.splitlines(), 1)
        if (width := len(TO_TOOLS.sub("", line))) > widest
    ]


def too_long(files: Iterable[File], longest: int, comment: str = "") -> list[str]:
    """Every file with more lines than this; blank lines and comments of a query do not count."""
    counts = {file.path: _lines(file.text, comment) for file in files}
    return [f"{path} has {count} lines" for path, count in counts.items() if count > longest]


def _lines(text: str, comment: str) -> int:
    lines = text.splitlines()
    if comment:
        lines = [line for line in lines if line.strip() and not line.strip().startswith(comment)]
    return len(lines)


def banned_names(file: File) -> list[str]:
    """The banned names that Python code gives to something."""
    return [f"{file.path}:{line} {name}" for name, line in _given(ast.parse(file.text)) if name in NAMES]


def _given(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr, node.lineno
        elif isinstance(node, ast.alias) and node.asname:
            yield node.asname, node.lineno


def banned_aliases(file: File) -> list[str]:
    """The banned names of variables and parameters of a query; a field of an answer keeps its name."""
    fields = re.search(r"^// returns: (.*)$", file.text, re.MULTILINE)
    names = "|".join(sorted(NAMES - set(re.findall(r"\w+", fields[1] if fields else ""))))
    given = re.compile(rf"\bAS ({names})\b|[(\[]({names})\b\s*[:)\]]|\$({names})\b|\b({names}) IN\b")
    return [
        f"{file.path}:{number} {match[0]}"
        for number, line in enumerate(file.text.splitlines(), 1)
        for match in given.finditer(line)
    ]


def dead_modules(files: Iterable[File], entries: Iterable[str]) -> list[str]:
    """The modules that no other module imports or names in a text."""
    modules = {module(file.path): file for file in files}
    wanted = {name for own, file in modules.items() for name in _wanted(file) if name != own}
    return sorted(
        name
        for name, file in modules.items()
        if name not in wanted | set(entries) and not file.path.endswith("__init__.py")
    )


def module(path: str) -> str:
    """The dotted name of a file."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _wanted(file: File) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.text)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            name = node.value.partition(":")[0]
            if NAMED.match(name):
                yield name


def dead_functions(files: Iterable[File], users: Iterable[File]) -> list[str]:
    """The functions and classes at the top of modules that nothing names, but for those with a decorator."""
    counts = _words(users)
    return [
        f"{file.path} {node.name}"
        for file, node in _definitions(files)
        if not node.decorator_list and counts[node.name] < 2
    ]


def dead_fixtures(files: Iterable[File], users: Iterable[File]) -> list[str]:
    """The fixtures that nothing names."""
    counts = _words(users)
    return [
        f"{file.path} {node.name}"
        for file, node in _definitions(files)
        if "fixture" in ast.dump(ast.Tuple(node.decorator_list)) and counts[node.name] < 2
    ]


def _definitions(files: Iterable[File]) -> Iterator[tuple[File, ast.FunctionDef | ast.ClassDef]]:
    for file in files:
        for node in ast.parse(file.text).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("pytest_"):
                yield file, node


def _words(files: Iterable[File]) -> Counter[str]:
    return Counter(word for file in files for word in re.findall(r"\w+", file.text))


def unlinked(decisions: Iterable[Path], text: str) -> list[str]:
    """The decisions that a document does not link to."""
    return [path.name for path in decisions if f"decisions/{path.name})" not in text]
