"""Writes notes from the sentences of a product's family, so that no two notes are alike."""

import re
from collections.abc import Sequence
from random import Random
from zlib import crc32

from service.town.words import Family, Voice, chosen, general

TRIES, SHORTEST = 40, 20
DELIVERED_AFTER = 4  # the first day on which a note may mention the delivery
# The chance of each part of a note.
USE, OPENING, ASIDE, LEAD, CLOSING, RUN_ON, NO_CONS = 0.9, 0.16, 0.22, 0.3, 0.2, 0.5, 0.3
_AFTER = re.compile(r"(\d+)\+ ")


class Notes:
    """Writes notes, and remembers them to avoid writing one twice."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._written: set[int] = set()

    def write(self, family: Family, language: str, days: int) -> tuple[str, str | None]:
        """A note after `days` of use, and its cons or None."""
        voice = family.voices[language]
        for _ in range(TRIES):
            note = self._note(voice, language, days)
            mark = crc32(note.encode())  # four bytes are enough to remember a note among a million
            if mark not in self._written and len(note) >= SHORTEST:
                break
        self._written.add(mark)
        return note, self._cons(voice, language, days)

    def _note(self, voice: Voice, language: str, days: int) -> str:
        rng, habits = self._rng, general()[language]
        pros, uses = _fitting(voice.pros, days), _fitting(voice.uses, days)
        said = rng.sample(pros, min(len(pros), rng.choice((2, 2, 2, 3, 3, 4))))
        if rng.random() < LEAD:
            said[-1] = _led(rng.choice(habits["leads"]), said[-1], language)
        if uses and rng.random() < USE:
            said.insert(rng.choice((0, 0, 0, 1, len(said))), rng.choice(uses))
        said = self._running_on(said, language)
        for words, chance, place in (
            (habits["asides"], ASIDE if days >= DELIVERED_AFTER else 0, rng.randint(0, len(said))),
            (habits["openings"], OPENING, 0),
            (habits["closings"], CLOSING, len(said) + 2),
        ):
            if rng.random() < chance:
                said.insert(place, rng.choice(words))
        time = next(word for most, word in habits["times"] if days <= most)
        return _joined([self._spoken(sentence, time) for sentence in said], language)

    def _cons(self, voice: Voice, language: str, days: int) -> str | None:
        if self._rng.random() < NO_CONS:
            return None
        said = self._rng.sample(_fitting(voice.cons, days), self._rng.choice((1, 1, 1, 2)))
        return _joined([self._spoken(sentence, "") for sentence in said], language)

    def _spoken(self, sentence: str, time: str) -> str:
        said = chosen(self._rng, sentence)
        return said.replace("<time>", time).replace("<Time>", time[:1].upper() + time[1:])

    def _running_on(self, sentences: list[str], language: str) -> list[str]:
        """The sentences, in Chinese sometimes with a comma in place of a full stop, as people write."""
        if language == "en" or self._rng.random() > RUN_ON:
            return sentences
        end = self._rng.randrange(1, len(sentences))
        return [*sentences[: end - 1], sentences[end - 1][:-1] + "，" + sentences[end], *sentences[end + 1 :]]


def _joined(sentences: list[str], language: str) -> str:
    return ("" if language == "zh" else " ").join(sentences)


def _fitting(sentences: Sequence[str], days: int) -> list[str]:
    """The sentences that fit after so many days: `14+ ` before a sentence requires 14 days."""
    matched = [(_AFTER.match(sentence), sentence) for sentence in sentences]
    return [
        sentence[after.end() :] if after else sentence
        for after, sentence in matched
        if after is None or days >= int(after[1])
    ]


def _led(lead: str, sentence: str, language: str) -> str:
    first = sentence[0] if language == "zh" or sentence.startswith("I ") else sentence[0].lower()
    return lead + first + sentence[1:]
