"""Draws small graphs for tests, through the same loaders as the seed files.

    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy) (eve:Creator)", shares={"cy": "kettle lamp"})

Ids read like the drawing: the share `cy-kettle` offers the coupon `cy-kettle-coupon` of the purchase
`cy-kettle-order` of the product `kettle` at the shop `kettle-shop`, under `kettle-program`.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from service.actions.wishes import pattern
from service.graph.client import Graph
from tests.support.drawing import OTHER, drawn

NOW = datetime(2030, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


class Given:
    """Makes what a test names. Each method takes further columns of its seed file by name."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._people: set[str] = set()
        self._products: set[str] = set()

    def __call__(self, drawing: str, *, shares: Mapping[str, str] | None = None) -> None:
        """People, the edges between them (FRIEND, FOLLOWS, BLOCKS, ASKED, DISMISSED), and what they share.

        A person may be `:Creator :Merchant :Admin :Analyst :NoBridge :Named :Deactivated
        :Suspended`; `shares` maps a publisher to the words of what they share.
        """
        people, edges = drawn(drawing)
        for name, labels in people.items():
            if labels or name not in self._people:
                self.user(name, *labels)
        for left, kind, right in edges:
            self.edge(left, kind, right)
        for publisher, words in (shares or {}).items():
            for word in words.split():
                self.share(publisher, word)

    def user(self, name: str, *labels: str, **columns: object) -> str:
        """A person whose id, handle and name are the same word."""
        self._people.add(name)
        row = {
            **dict.fromkeys(("id", "handle", "display_name"), name),
            "locale": "en",
            "created_at": NOW - 400 * DAY,
            "bridge": "off" if "NoBridge" in labels else "named" if "Named" in labels else "counted",
            "discoverable": True,
            "roles": sorted({"Creator", "Merchant", "Admin", "Analyst"} & set(labels)),
            "deactivated_at": NOW - 5 * DAY if "Deactivated" in labels else None,
            "suspended_at": NOW - 5 * DAY if "Suspended" in labels else None,
        }
        self._load("user", **{**row, **columns})
        return name

    def edge(self, left: str, kind: str, right: str, **columns: object) -> None:
        """One edge; `since=` says since when (a year ago)."""
        if kind == "ASKED":
            request = {"id": f"{left}-asks-{right}", "at": NOW - DAY, "expires_at": NOW + 13 * DAY}
            columns = {**request, **columns}
        row = {"user": left, OTHER[kind]: right, "since": NOW - 365 * DAY, **columns}
        self._load(f"user-{kind}-user", **row)
        self._graph.run("seed/derive/reaches", users=[left, right])

    def product(
        self, word: str, *, platform: str = "taobao", category: str = "kitchen", **program: object
    ) -> str:
        """A product with a shop of its own and a program (10% off, 10 copies, 30 days to claim).

        Further columns are the program's. Asked for again, it stays as first made.
        """
        if word in self._products:
            return word
        self._products.add(word)
        shop = f"{word}-shop"
        at_shop = {"shop": shop, "currency": "CNY"}
        self._load("shop", id=shop, platform=platform, external_id=shop, name=f"{word} shop")
        self._load(
            "product", id=word, category=category, external_id=word, name=word, price_fen=20_000, **at_shop
        )
        terms = {"kind": "percent", "value": 10, "max_off_fen": 5_000, "min_spend_fen": 0, "quota": 10}
        days = {"claim_days": 30, "use_days": 14, "starts_at": NOW - 400 * DAY}
        flags = {"hero_only": False, "restore": True}
        self._load("program", id=f"{word}-program", **{**at_shop, **terms, **days, **flags, **program})
        return word

    def purchase(self, buyer: str, word: str, *, at: datetime = NOW - 32 * DAY, **columns: object) -> str:
        """A real order of 200 yuan made `at`, completed two days later."""
        what = {"user": buyer, "product": self.product(word), "shop": f"{word}-shop"}
        times = {"recorded_at": at, "verified_at": at, "completed_at": at + 2 * DAY}
        paid = {"paid_fen": 20_000, "currency": "CNY", "evidence": "webhook"}
        row = {"id": f"{buyer}-{word}-order", **what, **times, **paid, **columns}
        self._load("purchase", **{"order_id": row["id"], **row})
        return str(row["id"])

    def coupon(self, owner: str, word: str, **columns: object) -> str:
        """What a completed purchase of `word` earned its buyer 30 days ago; not published yet."""
        row = {
            "id": f"{owner}-{word}-coupon",
            "purchase": self.purchase(owner, word),
            "program": f"{word}-program",
            "quota": None,
            "earned_at": NOW - 30 * DAY,
            "claim_by": NOW + 30 * DAY,
            "use_until": NOW + 60 * DAY,
            **columns,
        }
        self._load("coupon", **row)
        return str(row["id"])

    def share(
        self,
        publisher: str,
        word: str,
        *,
        quota: int = 5,
        claim_by: datetime = NOW + 30 * DAY,
        platform: str = "taobao",
        category: str = "kitchen",
        **columns: object,
    ) -> str:
        """A coupon published ten days ago to the circle, with all that it stands on."""
        self.product(word, platform=platform, category=category)
        row = {
            "id": f"{publisher}-{word}",
            "coupon": self.coupon(publisher, word, quota=quota, claim_by=claim_by),
            "note": f"I have used this {word} every day for a month and would buy it again.",
            "audience": "circle",
            "published_at": NOW - 10 * DAY,
            "ad_label": True,
            **columns,
        }
        self._load("share", **row)
        self._graph.run("seed/derive/reaches", users=[publisher])
        return str(row["id"])

    def send(self, share: str, *users: str) -> None:
        """A direct send of a share to these people."""
        for user in users:
            self._load("share-SENT_TO-user", share=share, user=user, at=NOW - 9 * DAY)

    def claim(self, user: str, share: str, **columns: object) -> str:
        """A friend's copy, taken five days ago from the first degree."""
        row = {
            "id": f"{user}-{share}",
            "user": user,
            "share": share,
            "code": f"{user}-{share}-code",
            "claimed_at": NOW - 5 * DAY,
            "use_by": NOW + 9 * DAY,
            "degree": 1,
            "via": "friend",
            "mutual_count": 0,
            "friends_since": NOW - 365 * DAY,
            **columns,
        }
        self._load("claim", **row)
        return str(row["id"])

    def redeemed(self, user: str, share: str, word: str, *, source: str = "code", **columns: object) -> str:
        """A purchase of `word` (recorded three days ago, not completed) that used the user's claim."""
        self.claim(user, share)
        unfinished: dict[str, object] = {"at": NOW - 3 * DAY, "completed_at": None}
        purchase = self.purchase(user, word, **{**unfinished, **columns})  # type: ignore[arg-type]
        self._load(
            "purchase-REDEEMED-claim", purchase=purchase, claim=f"{user}-{share}", credit_source=source
        )
        return purchase

    def wish(self, user: str, text: str, **columns: object) -> str:
        """`ada-wants-kettle`: what somebody has looked for since yesterday, in one word or more."""
        name = f"{user}-wants-{text.rsplit(maxsplit=1)[-1]}"
        times = {"created_at": NOW - DAY, "expires_at": NOW + 13 * DAY}
        words = {"text": text, "pattern": pattern(text), "lot": 7, "currency": "CNY"}
        row = {"id": name, "user": user, **words, **times, **columns}
        self._load("wish", **row)
        return str(row["id"])

    def xp(self, user: str, key: str, kind: str, raw: int, **columns: object) -> None:
        """One line of the ledger, ten days old and mature; name its purchase=, share= or claim=."""
        row = {"occurred_at": NOW - 10 * DAY, "matures_at": NOW - 3 * DAY, **columns}
        self._load("xp_event", user=user, key=key, kind=kind, raw=raw, **row)

    def searched(self, user: str, text: str, *, category: str | None = "sports", **columns: object) -> None:
        """What somebody searched for in vain a day ago, and the category it is about."""
        row = {"user": user, "text": text, "at": NOW - DAY, "times": 1, "category": category, **columns}
        self._load("search", **row)

    def _load(self, file: str, **row: object) -> None:
        self._graph.run(f"seed/{file}", rows=[row])
