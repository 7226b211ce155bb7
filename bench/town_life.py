"""A town lives day by day on its own clock, through the service's functions and queries.

People buy, platforms report orders, buyers earn and publish coupons. Friends and friends of friends take
copies, use them and judge the notes; some return goods. Only the service's own functions write, at the
instants of the town's clock. The same seed gives the same life.
"""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from bench import acts
from bench.acts import Work
from bench.habits import Person, Shop, hash_of, keep_people, people, poisson, shops
from service.actions import purchases
from service.credentials.keys import Keys
from service.graph.client import Graph, Row, Unit
from service.graph.seeds import load as seeds
from service.run import worker
from service.town import generate
from service.town.claiming import code
from service.town.clock import DAY, HOUR, waking
from service.town.plan import Plan

START = datetime(2030, 1, 1, tzinfo=UTC)
PHASES = ("refund", "complete", "publish", "claim", "judge")  # of a day: each can lead to the next
FAVOURITES, LOYAL = 8, 0.6  # a person's favourite shops, and the chance to buy there
USED, REFUNDED, JUDGED, AS_DESCRIBED = 0.5, 0.04, 0.6, 0.94
NEAR = 0.6  # the chance that a taker is a friend, not a friend's friend
FRIENDS_ONLY = 0.15


class Life:
    """The life of one town over a graph; `day` lives one day, `count` counts the events so far."""

    def __init__(self, graph: Graph, keys: Keys, folder: Path, size: int, seed: int) -> None:
        """Generate the town of `seed` in `folder`, load it, and sign everybody in."""
        generate(folder, Plan(size, seed, START))
        keep_people(folder)
        seeds.load(graph, folder)
        self.rng = Random(seed)
        self.people = {person.id: person for person in people(folder, self.rng)}
        self.count: Counter[str] = Counter()
        self.sharers: set[str] = set()
        self.today = 0
        self._graph, self._keys = graph, keys
        self._shops = shops(folder)
        self._agenda: defaultdict[tuple[int, str], list[tuple[int, int, Row]]] = defaultdict(list)
        self._number = 0
        self._settle_in()

    @property
    def now(self) -> datetime:
        """The beginning of the town's day."""
        return START + timedelta(days=self.today)

    def day(self) -> None:
        """Live the next day."""
        for person in self.people.values():
            while self.rng.random() < person.buys / (1 + person.buys):
                self._buys(person, waking(self.rng, self.today * DAY), self._shop(person))
        for phase in PHASES:
            due = sorted(self._agenda.pop((self.today, phase), []), key=lambda entry: entry[:2])
            if due:
                getattr(self, f"_{phase}")([row for _, _, row in due])
        self.today += 1

    def work(self) -> None:
        """Run the worker's jobs once, on the town's clock."""
        worker.run_all(self._graph, self._keys, self.now)

    def _settle_in(self) -> None:
        def work(unit: Unit) -> None:
            platforms = sorted({shop.platform for shop in self._shops})
            for name in self.people:
                session = {"session": name, "session_id": name, "device": "bench", "now": START}
                until = START + timedelta(days=9999)
                unit.run("accounts/open_session", user=name, expires_at=until, **session)
                unit.run("seed/platform_account", rows=[self._account(name, each) for each in platforms])

        self._graph.transaction(work)

    def _account(self, name: str, platform: str) -> Row:
        key = purchases.account_key(self._keys, platform, name).removeprefix(f"{platform}:")
        row = {"id": f"{name}-{platform}", "user": name, "platform": platform}
        return {**row, "external_id": key, "linked_at": START}

    def _shop(self, person: Person) -> Shop:
        if self.rng.random() < LOYAL:
            return self._shops[(hash_of(person.id) + self.rng.randrange(FAVOURITES) * 7) % len(self._shops)]
        return self.rng.choice(self._shops)

    def _buys(self, person: Person, at: int, shop: Shop, claim_code: str | None = None) -> None:
        """Order now, completed in some days; with a claim's code the price is high enough to use it."""
        least = shop.min_spend_fen if claim_code else 0
        goods = [each for each in shop.goods if each[1] >= least]
        if not goods:
            return
        product, price = self.rng.choice(goods)
        self._number += 1
        done = at + self.rng.randrange(40, 190) * HOUR
        order: Row = {"order_id": f"o{self._number}", "external_user_id": person.id, "verified_at": _at(at)}
        what = {"shop": {"external_id": shop.external_id}, "product": {"external_id": product}}
        paid = {"completed_at": _at(done), "paid_fen": price, "currency": "CNY", "claim_code": claim_code}
        order |= {**what, **paid}
        row = {"shop": shop, "person": person, "order": order}
        self._plan("complete", done, row)
        if self.rng.random() < REFUNDED:
            back = done + self.rng.randrange(DAY, 6 * DAY)
            gone = {"refunded_at": _at(back), "refunded_fen": price}
            self._plan("refund", back, {**row, "order": {**order, **gone}})

    def _plan(self, phase: str, at: int, row: Row) -> None:
        self._number += 1
        self._agenda[at // DAY, phase].append((at, self._number, {**row, "at": at}))

    def _refund(self, rows: list[Row]) -> None:
        self._record(rows)
        self.count["sent back"] += len(rows)

    def _complete(self, rows: list[Row]) -> None:
        self._record(rows)
        self.count["orders completed"] += len(rows)
        for row in rows:
            order, person = row["order"], row["person"]
            until = f"{order['completed_at']:%Y-%m-%dT%H:%M:%SZ}"
            gives = row["shop"].gives(order["product"]["external_id"], order["paid_fen"], until)
            self.count["coupons earned"] += gives
            if gives and self.rng.random() < person.shares:
                soon = row["at"] + HOUR + int(self.rng.expovariate(1 / (2 * DAY)))
                self._plan("publish", waking(self.rng, soon + DAY), row)

    def _record(self, rows: list[Row]) -> None:
        """Record these orders in one transaction at the end of the day, as platforms report them."""
        now, op = self.now + timedelta(days=1), f"orders-{self.today}"
        keyed = [purchases.order_row(self._keys, row["shop"].platform, row["order"]) for row in rows]
        orders = [{**order, "id": row["order"]["order_id"]} for order, row in zip(keyed, rows, strict=True)]
        self._graph.transaction(
            lambda unit: purchases.record(unit, orders, evidence="webhook", now=now, op=op)
        )

    def _publish(self, rows: list[Row]) -> None:
        works = [self._publication(row) for row in rows]
        for row, done in zip(rows, self._together(works), strict=True):
            self.count["published"] += done
            if done:
                self.sharers.add(row["person"].id)
                self._draw_in(row)

    def _publication(self, row: Row) -> Work:
        row["share"] = f"s-{row['order']['order_id']}"
        row["audience"] = "friends" if self.rng.random() < FRIENDS_ONLY else "circle"
        order = row["order"]["order_id"]
        return acts.publish(row["person"].id, order, row["share"], row["audience"], _at(row["at"]))

    def _draw_in(self, row: Row) -> None:
        """Plan who takes a copy of a new share, and when."""
        person, seen = row["person"], {row["person"].id}
        for _ in range(poisson(self.rng, person.takers) if person.friends else 0):
            near = self.people[self.rng.choice(person.friends)]
            far = near.bridges and row["audience"] == "circle" and self.rng.random() >= NEAR
            taker = self.people[self.rng.choice(near.friends)] if far else near
            if taker.id not in seen:
                seen.add(taker.id)
                at = waking(self.rng, row["at"] + DAY + int(self.rng.expovariate(1 / (3 * DAY))))
                self._plan("claim", at, {**row, "taker": taker})

    def _claim(self, rows: list[Row]) -> None:
        works = [self._copy(row) for row in rows]
        for row, done in zip(rows, self._together(works), strict=True):
            self.count["copies taken"] += done
            if done and self.rng.random() < USED:
                later = waking(self.rng, row["at"] + DAY + int(self.rng.expovariate(1 / (2 * DAY))))
                self._use(row, later)

    def _copy(self, row: Row) -> Work:
        self._number += 1
        row["claim"], row["code"] = f"c{self._number}", code(self._number)
        return acts.take(row["taker"].id, row["share"], row["claim"], row["code"], _at(row["at"]))

    def _use(self, row: Row, at: int) -> None:
        self.count["orders with a copy"] += 1
        self._buys(row["taker"], at, row["shop"], row["code"])
        if self.rng.random() < JUDGED:
            self._plan("judge", at + 12 * DAY, row)

    def _judge(self, rows: list[Row]) -> None:
        self.count["judged"] += sum(self._together([self._verdict(row) for row in rows]))

    def _verdict(self, row: Row) -> Work:
        good = self.rng.random() < AS_DESCRIBED
        return acts.judge(row["taker"].id, row["claim"], _at(row["at"]), as_described=good)

    def _together(self, works: list[Work]) -> list[bool]:
        return acts.together(self._graph, works, self.count)


def _at(second: int) -> datetime:
    return START + timedelta(seconds=second)
