"""The words of a town: goods of shops, sentences about them, and names of people."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

FOLDER = Path(__file__).parent / "words"
NOT_GOODS = {"general", "names", "talk"}
_CHOICE = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True)
class Voice:
    """Sentences in one language; `{this|that}` is a choice, `<time>` a length of time."""

    uses: tuple[str, ...]
    pros: tuple[str, ...]
    cons: tuple[str, ...]


@dataclass(frozen=True)
class Family:
    """Similar products, which share their sentences."""

    name: str
    category: str
    platforms: tuple[str, ...]
    shop: tuple[str, str]
    products: tuple[tuple[str, str, int], ...]
    voices: Mapping[str, Voice]


@cache
def families() -> tuple[Family, ...]:
    """Every family, by category."""
    return tuple(
        family
        for file in sorted(FOLDER.glob("*.toml"))
        if file.stem not in NOT_GOODS
        for family in _families(tomllib.loads(file.read_text("utf-8")))
    )


@cache
def general() -> Mapping[str, Any]:
    """Openings, closings and lengths of time by language."""
    return tomllib.loads((FOLDER / "general.toml").read_text("utf-8"))


@cache
def talk() -> Mapping[str, Any]:
    """Questions, answers, wishes and searches by category and language; `any` fits all categories."""
    return tomllib.loads((FOLDER / "talk.toml").read_text("utf-8"))


def chosen(rng: Random, sentence: str) -> str:
    """The sentence with one word of each `{this|that}`."""
    return _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), sentence)


@cache
def names() -> Mapping[str, list[str]]:
    """Names of people and of brands; `王 wang` is a name and its transcription."""
    return tomllib.loads((FOLDER / "names.toml").read_text("utf-8"))


def _families(goods: Mapping[str, Any]) -> list[Family]:
    return [
        Family(
            name=name,
            category=goods["category"],
            platforms=tuple(goods["platforms"]),
            shop=(goods["shop"][0], goods["shop"][1]),
            products=tuple((zh, en, yuan) for zh, en, yuan in family["products"]),
            voices={language: _voice(family[language]) for language in ("zh", "en")},
        )
        for name, family in goods.items()
        if isinstance(family, dict)
    ]


def _voice(said: Mapping[str, list[str]]) -> Voice:
    return Voice(tuple(said["uses"]), tuple(said["pros"]), tuple(said["cons"]))
