"""Imports by an admin."""

from typing import Any

import pytest

from tests.support.cypher import Cypher
from tests.support.given import Given
from tests.support.people import PersonMaker

SHOP = {"platform": "jd", "external_id": "s-1", "name": "Tea house"}
PRODUCT = {
    "platform": "jd",
    "external_id": "p-1",
    "shop": "s-1",
    "name": "Oolong",
    "category": "tea",
    "price_fen": 8_900,
}
PROGRAM = {
    "id": "tea-program",
    "platform": "jd",
    "shop": "s-1",
    "kind": "percent",
    "value": 10,
    "quota": 5,
    "claim_days": 30,
    "use_days": 14,
    "hero_only": True,
    "heroes": ["p-1"],
    "starts_at": "2029-01-01T00:00:00Z",
}
ORDER = {
    "platform": "jd",
    "order_id": "o-1",
    "external_user_id": "ext-ada",
    "shop": {"external_id": "s-1"},
    "product": {"external_id": "p-1"},
    "paid_fen": 8_900,
    "completed_at": "2029-12-30T00:00:00Z",
}
COUNT = "MATCH (n:Shop|Product|Program|Purchase|Action) RETURN count(n)"


@pytest.fixture
def admin(given: Given, person: PersonMaker) -> Any:
    """An admin who imports rows of a kind."""
    given("(root:Admin) (ada)")
    root = person("root")
    return lambda kind, *rows: root.post(f"/v1/admin/{kind}", {"rows": list(rows), "reason": "As agreed"})


def test_shops_products_programs_and_orders_come_in_and_are_audited(admin: Any, cypher: Cypher) -> None:
    for kind, row in [("shops", SHOP), ("products", PRODUCT), ("programs", PROGRAM), ("orders", ORDER)]:
        for _ in range(2):  # a second time changes nothing but the audit
            answer = admin(kind, row)
            assert answer.status_code == 200, answer.text
            assert (answer.json["kind"], answer.json["count"]) == (f"import_{kind}", 1)
    stored = cypher.rows(
        """MATCH (program:Program)<-[:RUNS]-(shop:Shop)<-[:AT]-(purchase:Purchase)-[:OF]->(product)
        MATCH (program)-[:HERO]->(product)-[:IN]->(category)
        RETURN shop.name, product.name, category.id, program.value, purchase.evidence,
          toString(purchase.verified_at) AS verified_at"""
    )
    assert [list(row.values()) for row in stored] == [
        ["Tea house", "Oolong", "tea", 10, "import", "2029-12-30T00:00:00Z"]
    ]
    audit = "MATCH (:User {id: 'root'})-[:TOOK]->(a:Action {reason: 'As agreed'}) RETURN count(a)"
    assert cypher.value(audit) == 8


@pytest.mark.parametrize(
    ("kind", "row", "field"),
    [
        ("shops", SHOP | {"platform": "nowhere"}, "rows.1.platform"),
        ("products", PRODUCT | {"shop": "s-404"}, "rows.1.shop"),
        ("products", PRODUCT | {"category": "nonsense"}, "rows.1.category"),
        ("programs", PROGRAM | {"id": "b", "heroes": ["p-404"]}, "rows.1.heroes"),
        ("orders", ORDER | {"platform": "nowhere"}, "rows.1.platform"),
    ],
)
def test_a_batch_with_one_row_that_names_nothing_stored_leaves_nothing(
    admin: Any, cypher: Cypher, kind: str, row: dict[str, Any], field: str
) -> None:
    admin("shops", SHOP)
    admin("products", PRODUCT)
    before = cypher.value(COUNT)
    rows: dict[str, dict[str, Any]] = {
        "shops": SHOP | {"external_id": "s-9"},
        "products": PRODUCT | {"external_id": "p-9"},
        "programs": PROGRAM | {"id": "c"},
        "orders": ORDER | {"order_id": "o-9"},
    }
    answer = admin(kind, rows[kind], row)
    assert answer.status_code == 422
    assert list(answer.json["fields"]) == [field]
    assert cypher.value(COUNT) == before


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("shops", SHOP | {"name": ""}),
        ("products", PRODUCT | {"price_fen": -1}),
        ("programs", PROGRAM | {"value": 101}),
        ("programs", PROGRAM | {"ends_at": "2028-01-01T00:00:00Z"}),
        ("programs", PROGRAM | {"heroes": []}),
        ("programs", PROGRAM | {"hero_only": "yes"}),
        ("orders", ORDER | {"paid_fen": 1.5}),
        ("orders", ORDER | {"completed_at": None}),
        ("orders", {key: value for key, value in ORDER.items() if key != "completed_at"}),
        ("orders", ORDER | {"more": 1}),
    ],
)
def test_a_batch_with_one_bad_row_leaves_nothing(
    admin: Any, cypher: Cypher, kind: str, row: dict[str, Any]
) -> None:
    assert admin(kind, row).status_code == 422
    assert cypher.value(COUNT) == 0


def test_a_batch_is_bounded_given_a_reason_and_tells_each_thing_once(admin: Any, person: PersonMaker) -> None:
    assert admin("shops").status_code == 422
    assert admin("shops", SHOP, SHOP).status_code == 422
    assert admin("shops", *[SHOP | {"external_id": str(n)} for n in range(1_001)]).status_code == 422
    assert person("root").post("/v1/admin/shops", {"rows": [SHOP]}).status_code == 422


def test_an_order_that_contradicts_what_is_stored_stops_its_batch(admin: Any, cypher: Cypher) -> None:
    admin("orders", ORDER)
    other = ORDER | {"external_user_id": "ext-eve"}
    answer = admin("orders", ORDER | {"order_id": "o-2"}, other)
    assert answer.status_code == 422
    assert list(answer.json["fields"]) == ["rows.1.order_id"]
    assert cypher.value("MATCH (p:Purchase) RETURN count(p)") == 1


def test_a_thousand_orders_come_in_at_once(admin: Any, cypher: Cypher) -> None:
    admin("shops", SHOP)
    admin("products", PRODUCT)
    admin("programs", PROGRAM)
    rows = [ORDER | {"order_id": f"o-{n}", "external_user_id": f"ext-{n % 50}"} for n in range(1_000)]
    assert admin("orders", *rows).status_code == 200
    assert cypher.value("MATCH (p:Purchase) RETURN count(p)") == 1_000


def test_only_admins_bring_things_in(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    for kind in ("shops", "products", "programs", "orders", "platforms/jd/webhook-key"):
        assert person("ada").post(f"/v1/admin/{kind}", {}).status_code == 403
