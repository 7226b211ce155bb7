"""The demo: its residents, orders and friend requests."""

from dataclasses import replace

from service.app import create_app
from service.graph.client import Graph
from service.settings import Settings
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.people import Person, PersonMaker


def test_the_demo_tells_whom_one_may_be(given: Given, person: PersonMaker) -> None:
    given("(lao_zhou) (xinyi) (ada)")
    items = person("ada").get("/v1/demo").json["items"]
    assert [(each["handle"], each["part"]) for each in items] == [("xinyi", "newcomer"), ("lao_zhou", "hub")]


def test_nobody_is_told_where_there_is_no_demo(given: Given, graph: Graph, settings: Settings) -> None:
    given("(xinyi)-[:FRIEND]->(ada)")
    given.claim("xinyi", given.share("ada", "kettle"))
    app = create_app(replace(settings, demo=False), graph)
    assert app.test_client().get("/v1/demo").status_code == 404
    xinyi = Person.signed_in(app, graph, "xinyi", NOW)
    assert xinyi.post("/v1/demo/orders", {"claim_id": "xinyi-ada-kettle"}).status_code == 404
    assert xinyi.post("/v1/demo/company").status_code == 404


def test_the_page_asks_only_where_there_is_one(graph: Graph, settings: Settings) -> None:
    pages = [
        create_app(replace(settings, demo=on), graph).test_client().get("/").text for on in (True, False)
    ]
    assert ["data-demo" in page for page in pages] == [True, False]


def test_a_visitor_is_the_platform_and_a_copy_is_used_as_by_a_signed_event(
    given: Given, person: PersonMaker, cypher: Cypher, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(cy) (eve)", shares={"ada": "kettle lamp"})
    cy, ada = person("cy"), person("ada")
    claims = [cy.put(f"/v1/shares/ada-{word}/claim").json["id"] for word in ("kettle", "lamp")]
    first = cy.post("/v1/demo/orders", {"claim_id": claims[0]}, Idempotency_Key="k")
    assert first.status_code == 201
    order = first.json
    assert order["claim_id"] == claims[0]
    assert order["coupon_id"] == order["purchase_id"]
    assert [each["platform"] for each in cy.get("/v1/me/platform-accounts").json["items"]] == ["taobao"]

    clock.forward(minutes=1)  # again, with and without the key: the same order
    again = cy.post("/v1/demo/orders", {"claim_id": claims[0]}, Idempotency_Key="k")
    assert again.data == first.data
    assert cy.post("/v1/demo/orders", {"claim_id": claims[0]}).json == order
    assert cy.post("/v1/demo/orders", {"claim_id": claims[1]}).json["claim_id"] == claims[1]
    assert len(cy.get("/v1/me/platform-accounts").json["items"]) == 1
    orders = cypher.rows("MATCH (:User {id: 'cy'})-[:MADE]->(p) RETURN p.evidence AS by, p.paid_fen AS fen")
    assert orders == [{"by": "webhook", "fen": 20_000}] * 2

    clock.forward(days=2)  # the sharer hears of it later, without a name
    lines = [(each["kind"], each["state"]) for each in ada.get("/v1/me/xp").json["items"]]
    assert lines == [("friend_purchase", "pending")] * 2


def test_a_copy_that_is_not_to_be_used_is_no_order(given: Given, person: PersonMaker, clock: Clock) -> None:
    given("(ada)-[:FRIEND]->(cy) (eve)", shares={"ada": "kettle lamp bowl"})
    cy = person("cy")
    claims = {word: cy.put(f"/v1/shares/ada-{word}/claim").json["id"] for word in ("kettle", "lamp", "bowl")}
    cy.delete(f"/v1/claims/{claims['lamp']}")
    given.redeemed("cy", given.share("ada", "cup"), "cup")
    cases = {claims["lamp"]: "returned", "cy-ada-cup": "redeemed", "nobody-knows": "not_found"}
    for claim, code in cases.items():
        assert cy.post("/v1/demo/orders", {"claim_id": claim}).json["code"] == code
    assert person("eve").post("/v1/demo/orders", {"claim_id": claims["kettle"]}).status_code == 404
    clock.forward(days=15)
    assert person("cy").post("/v1/demo/orders", {"claim_id": claims["bowl"]}).json["code"] == "expired"


def test_whoever_joins_gets_company(given: Given, person: PersonMaker) -> None:
    given("(lao_zhou)-[:FRIEND]->(ada) (zoe)", shares={"ada": "kettle"})
    zoe = person("zoe")
    request = zoe.post("/v1/demo/company", Idempotency_Key="k")
    assert (request.status_code, request.json["state"]) == (201, "pending")
    assert zoe.post("/v1/demo/company").json["id"] == request.json["id"]
    zoe.post(f"/v1/friend-requests/{request.json['id']}/accept")
    assert [each["id"] for each in zoe.get("/v1/circle").json["items"]] == ["ada-kettle"]
    assert person("lao_zhou").post("/v1/demo/company").json["code"] == "self"
