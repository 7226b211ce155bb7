"""Talk about shares: threads between two people, and questions that everyone who sees a share can read."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from service.town.clock import DAY, HOUR, MINUTE, waking
from service.town.deals import Share
from service.town.ledger import Ledger
from service.town.people import People
from service.town.sight import Sight
from service.town.tables import Tables
from service.town.words import chosen, talk

THREADS, QUESTIONS = 0.3, 0.3  # for each open share
OF_GUESTS = 2  # threads about each share of a guest, and threads begun by each guest
RECENT = 14 * DAY
ANSWERED = 0.75
# How a thread ends, between friends and between others.
FRIENDS = ("answered", "thanked", "waiting"), (40, 40, 20)
OTHERS = ("answered", "thanked", "waiting", "declined"), (30, 30, 30, 10)
GOES_ON = 0.4


@dataclass
class Said:
    """A message: `asks` if the asker wrote it, its text and its instant."""

    asks: bool
    text: str
    at: int


class Talk:
    """Writes threads with messages, and questions; each by a person who sees the share at that moment."""

    def __init__(
        self, rng: Random, people: People, sight: Sight, ledger: Ledger, tables: Tables, first: int
    ) -> None:
        self._rng = rng
        self._people = people
        self._sight = sight
        self._ledger = ledger
        self._tables = tables
        self._numbers = dict.fromkeys(("thread", "message", "question"), first)
        self._threads: set[tuple[str, int]] = set()
        self._requests: set[tuple[int, int]] = set()
        self._used: defaultdict[str, set[str]] = defaultdict(set)

    def write(self, shares: list[Share]) -> None:
        """Write all the talk about these shares, which are open at the anchor."""
        rng, guests = self._rng, self._people.guests
        for share in shares:
            of_guest = share.coupon.owner.number in guests
            for _ in range(OF_GUESTS if of_guest else rng.random() < THREADS):
                self._thread(share, self._sight.somebody(share))
            for _ in range(1 + (rng.random() < QUESTIONS) if of_guest else rng.random() < QUESTIONS):
                self._question(share, self._sight.somebody(share))
        for number in sorted(guests):
            begun = (share for share in self._nearest(shares, number) if self._thread(share, number))
            deque(islice(begun, OF_GUESTS), maxlen=0)

    def _nearest(self, shares: list[Share], number: int) -> list[Share]:
        """The shares that a person sees: first those of friends, then the rest, the latest first."""
        ways = [(share, self._sight.way(share, number, -1)) for share in shares]
        seen = [(way.since is None, -share.published, share) for share, way in ways if way]
        return [share for _, _, share in sorted(seen, key=lambda each: each[:2])]

    def _thread(self, share: Share, asker: int | None) -> bool:
        """Write a thread by this asker and return True; False if the asker cannot begin one."""
        rng, at = self._rng, self._moment(share)
        if asker is None or (share.id, asker) in self._threads:
            return False
        way = self._sight.way(share, asker, at)
        request = way is not None and way.since is None
        if way is None or way.via == "follow" or (request and (asker, at // DAY) in self._requests):
            return False
        self._threads.add((share.id, asker))
        if request:
            self._requests.add((asker, at // DAY))
        ending = rng.choices(*(OTHERS if request else FRIENDS))[0]
        said = [said for said in self._said(share, at, ending) if said.at < -HOUR]
        replied = said[1].at if len(said) > 1 else None
        thread = self._next("thread")
        helped = said[-1].at if ending == "thanked" and len(said) > 2 and said[-1].asks else None
        declined = at + DAY // 2 if ending == "declined" else None
        self._tables.write(
            "thread",
            id=thread,
            share=share.id,
            asker=self._people.everyone[asker].id,
            opened_at=self._tables.at(at),
            requested=self._tables.yes(request),
            accepted_at=self._tables.at(replied if request else at),
            declined_at=self._tables.at(declined if declined is not None and declined < 0 else None),
            helpful_at=self._tables.at(helped),
        )
        if helped is not None:
            self._ledger.answered(thread, share.coupon.owner.id, helped)
        self._write_messages(thread, share, asker, said)
        return True

    def _said(self, share: Share, at: int, ending: str) -> Iterator[Said]:
        """The messages of a thread, from the asker's question on."""
        rng, spoken = self._rng, talk()["any"][share.coupon.owner.locale]
        question, answer = self._pair(share)
        yield Said(True, question, at)
        if ending in {"waiting", "declined"}:
            return
        at += rng.randrange(3 * MINUTE, 16 * HOUR)
        yield Said(False, answer, at)
        if rng.random() < GOES_ON:
            for asks, words in zip((True, False), rng.choice(spoken["follow"]), strict=True):
                at += rng.randrange(MINUTE, 3 * HOUR)
                yield Said(asks, chosen(rng, words), at)
        if ending == "thanked":
            yield Said(True, chosen(rng, rng.choice(spoken["thanks"])), at + rng.randrange(MINUTE, HOUR))

    def _write_messages(self, thread: str, share: Share, asker: int, said: Iterable[Said]) -> None:
        asks, answers = self._people.everyone[asker].id, share.coupon.owner.id
        for one in said:
            self._tables.write(
                "message",
                id=self._next("message"),
                thread=thread,
                user=asks if one.asks else answers,
                text=one.text,
                at=self._tables.at(one.at),
            )

    def _question(self, share: Share, asker: int | None) -> None:
        rng, at = self._rng, self._moment(share)
        if asker is None or self._sight.way(share, asker, at) is None:
            return
        question, answer = self._pair(share)
        replied = at + rng.randrange(10 * MINUTE, 2 * DAY)
        answered = rng.random() < ANSWERED and replied < -HOUR
        self._tables.write(
            "question",
            id=self._next("question"),
            share=share.id,
            asker=self._people.everyone[asker].id,
            text=question,
            at=self._tables.at(at),
            answer=answer if answered else None,
            answered_at=self._tables.at(replied if answered else None),
        )

    def _moment(self, share: Share) -> int:
        """When a person asks about a share: lately, and mostly soon after its publication."""
        begins = max(share.published, -RECENT)
        at = waking(self._rng, begins + self._rng.random() ** 1.5 * -begins)
        return max(begins + MINUTE, min(at, -2 * HOUR))

    def _pair(self, share: Share) -> tuple[str, str]:
        """A question and its answer; a new question for this share while there is one."""
        rng, language = self._rng, share.coupon.owner.locale
        own = talk()[share.coupon.product.family.category][language]["asks"]
        pairs = [*own, *own, *talk()["any"][language]["asks"]]
        used = self._used[share.id]
        question, answer = rng.choice([pair for pair in pairs if pair[0] not in used] or pairs)
        used.add(question)
        return chosen(rng, question), chosen(rng, answer)

    def _next(self, kind: str) -> str:
        self._numbers[kind] += 1
        return f"{kind}-{self._numbers[kind]}"
