"""Orders told to the graph without HTTP, for facts about what they set off."""

from datetime import datetime, timedelta
from typing import Any

from service.actions import purchases
from service.actions.platform_events import HAPPENED
from service.credentials.keys import Keys
from service.credentials.link_codes import code_hash
from service.graph.client import Graph, Row
from tests.support.cypher import Cypher
from tests.support.given import NOW

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
CODE = "ada-bob-kettle-code"
BOUGHT = NOW - 2 * DAY
DONE = NOW - DAY
KEYS = Keys(b"a secret that only these tests know")


class Orders:
    """`orders.tell("completed", at=...)`: taobao tells of ada's order of a kettle."""

    def __init__(self, graph: Graph, *, now: datetime = NOW) -> None:
        self._graph = graph
        self.now = now

    def tell(
        self,
        kind: str,
        order: str = "o-1",
        *,
        at: datetime,
        buyer: str = "ada",
        word: str = "kettle",
        paid: int = 20_000,
        **more: Any,
    ) -> str | None:
        """One event; the reason when it is left alone."""
        data = {
            "order_id": order,
            "external_user_id": buyer,
            "shop": {"external_id": f"{word}-shop"},
            "product": {"external_id": word},
            "paid_fen": paid,
            "currency": "CNY",
            HAPPENED[f"purchase.{kind}"]: at,
            **more,
        }
        return self.record([purchases.order_row(KEYS, "taobao", data)])[0]["reason"]  # type: ignore[no-any-return]

    def record(self, rows: list[Row]) -> list[Row]:
        """Any rows at once."""
        return self._graph.transaction(
            lambda unit: purchases.record(unit, rows, evidence="webhook", now=self.now, op="op")
        )

    def link(self, person: str, *, at: datetime = NOW, external: str | None = None) -> str | None:
        """The person links their account on taobao, known there by the same word."""
        self.ask_to_link(person, at=at)
        return self.linked(person, at=at, external=external)

    def ask_to_link(self, person: str, *, at: datetime = NOW) -> None:
        """The person gets a code, their own word, to type at taobao."""
        code = code_hash(KEYS, "taobao", person)
        code_of = {"user": person, "platform": "taobao", "code_hash": code}
        self._graph.run("platforms/new_link_code", **code_of, op="op", now=at)

    def linked(self, code: str, *, at: datetime = NOW, external: str | None = None) -> str | None:
        """Taobao says that a code was typed there."""
        event = {
            "platform": "taobao",
            "code_hash": code_hash(KEYS, "taobao", code),
            "account": purchases.account_key(KEYS, "taobao", external or code),
            "account_id": f"{external or code}-account",
            "occurred_at": at,
        }
        return self._graph.transaction(lambda unit: purchases.link(unit, now=self.now, op="op", **event))

    def settle_due(self) -> int:
        """The worker's job."""
        return purchases.settle_due(self._graph, now=self.now)


def of_claim(cypher: Cypher, claim: str = "ada-bob-kettle") -> dict[str, Any]:
    """Until when a claim is good, and which orders used it, and how that is known."""
    (row,) = cypher.rows(
        """MATCH (claim:Claim {id: $claim}) RETURN claim.use_by AS use_by,
        [(p:Purchase)-[:REDEEMED]->(claim) | p.key + ' ' + p.credit_source] AS used""",
        claim=claim,
    )
    return row


def xp(cypher: Cypher) -> list[tuple[Any, ...]]:
    """The ledger: (who, kind, raw, matures_at, void_reason)."""
    rows = cypher.rows(
        """MATCH (user:User)-[:GAINED]->(event:XpEvent) RETURN user.id, event.kind, event.raw,
        event.matures_at, event.void_reason ORDER BY event.kind"""
    )
    return [tuple(row.values()) for row in rows]


def coupons(cypher: Cypher, order: str = "taobao:o-1") -> list[dict[str, Any]]:
    """The coupon an order earned, if any."""
    return [
        row["coupon"]
        for row in cypher.rows(
            "MATCH (:Purchase {key: $order})-[:EARNED]->(c) RETURN properties(c) AS coupon", order=order
        )
    ]
