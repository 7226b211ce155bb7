"""Shares over HTTP."""

from datetime import timedelta

from tests.clock import Clock
from tests.cypher import Cypher
from tests.given import DAY, NOW, Given
from tests.people import PersonMaker

NOTE = "I have boiled water in it every day for a month; the lid closes well."


def draft(coupon: str, **changes: object) -> dict[str, object]:
    return {"coupon_id": coupon, "note": NOTE, **changes}


def test_a_published_coupon_is_seen_by_friends_of_friends_at_once(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)-[:FRIEND]->(dee)")
    given.coupon("ada", "kettle")
    answer = person("ada").post("/v1/shares", draft("ada-kettle-coupon"), Idempotency_Key="k")
    assert answer.status_code == 201, answer.text
    share = answer.json
    assert (share["quota"], share["remaining"], share["status"]) == (5, 5, "live")
    assert share["ad_label"] is True
    for friend, degree in (("bob", 1), ("cy", 2)):
        assert [card["degree"] for card in person(friend).get("/v1/circle").json["items"]] == [degree]
        card = person(friend).get(f"/v1/shares/{share['id']}").json
        assert (card["degree"], card["note"], card["claimable"]) == (degree, NOTE, True)
    assert person("dee").get(f"/v1/shares/{share['id']}").status_code == 404
