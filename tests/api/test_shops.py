"""A shop, and what my circle says of it."""

from tests.support.given import DAY, NOW, Given
from tests.support.people import PersonMaker


def test_a_shop_shows_the_shares_of_my_circle_and_of_nobody_else(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)-[:FRIEND]->(dee)")
    for days, name in enumerate(("ada", "bob", "cy", "dee")):
        given.share(name, "kettle", published_at=NOW - (days + 1) * DAY)
    given.share("bob", "lamp")
    shop = person("ada").get("/v1/shops/kettle-shop").json
    assert (shop["id"], shop["name"], shop["platform"]["id"]) == ("kettle-shop", "kettle shop", "taobao")
    shares = [(item["id"], item["via"]) for item in shop["items"]]
    assert shares == [("bob-kettle", "friend"), ("cy-kettle", "circle")]
    assert (shop["recommenders"], shop["next_cursor"]) == (2, None)


def test_pages_follow_each_other_and_each_counts_everybody(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy) (ada)-[:FRIEND]->(dee)")
    for days, name in enumerate(("bob", "cy", "dee")):
        given.share(name, "kettle", published_at=NOW - (days + 1) * DAY)
    first = person("ada").get("/v1/shops/kettle-shop?limit=2").json
    rest = person("ada").get(f"/v1/shops/kettle-shop?limit=2&cursor={first['next_cursor']}").json
    shares = [item["id"] for item in (*first["items"], *rest["items"])]
    assert shares == ["bob-kettle", "cy-kettle", "dee-kettle"]
    assert (first["recommenders"], rest["recommenders"], rest["next_cursor"]) == (3, 3, None)


def test_a_shop_that_my_circle_does_not_know_has_a_name_and_an_unknown_one_is_404(
    given: Given, person: PersonMaker
) -> None:
    given("(ada) (bob)-[:FRIEND]->(cy)", shares={"bob": "kettle"})
    shop = person("ada").get("/v1/shops/kettle-shop").json
    assert (shop["recommenders"], shop["items"]) == (0, [])
    assert person("ada").get("/v1/shops/nowhere").status_code == 404
