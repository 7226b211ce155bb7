"""Photos over HTTP: stored pixels and visibility."""

from datetime import timedelta
from typing import Any, cast

import pytest

from service.actions import erasure
from service.actions.photos import MOST_BYTES
from service.actions.pixels import MOST_PIXELS
from service.graph.client import Graph
from tests.api.test_shares import code, publish
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Answer, Person, PersonMaker
from tests.support.pictures import PLACE, opened, picture

AFTER_A_DAY = NOW + timedelta(hours=27)  # and the allowed error of a clock


def send(who: Person, content: bytes, kind: str = "image/jpeg") -> Answer:
    """The answer to sending a photo."""
    headers = {"Authorization": f"Bearer {who.token}", "Content-Type": kind}
    return cast("Answer", who.client.post("/v1/photos", data=content, headers=headers))


def sent(who: Person, **options: Any) -> str:
    """The id of a photo that was sent."""
    answer = send(who, picture(**options))
    assert answer.status_code == 201, answer.text
    return str(answer.json["id"])


@pytest.mark.parametrize(
    ("kind", "type_"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")]
)
def test_a_photo_is_kept_upright_small_and_without_where_it_was_taken(
    kind: str, type_: str, given: Given, person: PersonMaker
) -> None:
    given("(ada)")
    ada = person("ada")
    kept = send(ada, picture(kind, 2400, 1200, turn=6), type_).json
    assert (kept["width"], kept["height"]) == (800, 1600)
    for size, wanted in (("large", (800, 1600)), ("small", (360, 720))):
        answer = ada.get(f"/v1/photos/{kept['id']}?size={size}")
        assert (answer.status_code, answer.mimetype) == (200, "image/webp")
        image = opened(answer.data)
        assert (image.size, dict(image.getexif())) == (wanted, {})
        assert PLACE.encode() not in answer.data
        assert image.convert("L").getpixel((5, 5)) > image.convert("L").getpixel((5, wanted[1] - 5)) + 90  # type: ignore[operator]


def test_the_same_bytes_sent_again_are_the_same_photo(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada) (bob)")
    assert sent(person("ada")) == sent(person("ada")) != sent(person("bob"))
    assert cypher.value("MATCH (photo:Photo) RETURN count(photo)") == 2


def test_whoever_sees_a_share_sees_its_photos_and_nobody_else(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)-[:FRIEND]->(dee) (amy:Admin)")
    given.coupon("ada", "kettle")
    ada, cy = person("ada"), person("cy")
    first, second = sent(ada, hue=10), sent(ada, hue=200)
    assert cy.get(f"/v1/photos/{first}").status_code == 404
    share = publish(ada, photos=[second, first]).json
    assert share["photos"] == [second, first]
    assert cy.get("/v1/circle").json["items"][0]["photos"] == [second, first]
    assert cy.get("/v1/circle?sort=ranked").json["items"][0]["photos"] == [second, first]
    assert cy.get(f"/v1/shares/{share['id']}").json["photos"] == [second, first]
    assert cy.get(f"/v1/photos/{first}").status_code == 200
    assert cy.get(f"/v1/photos/{first}?size=huge").status_code == 422
    for nobody in ("dee", "amy"):
        assert code(person(nobody).get(f"/v1/photos/{first}")) == (404, "not_found")
    cy.post("/v1/reports", {"kind": "share", "id": share["id"], "category": "fake_note"})
    assert person("amy").get("/v1/admin/reports").json["items"][0]["about"]["photos"] == [second, first]
    assert person("amy").get(f"/v1/photos/{first}").status_code == 200
    cy.put("/v1/me/blocks/ada")
    assert cy.get(f"/v1/photos/{first}").status_code == 404
    ada.post(f"/v1/shares/{share['id']}/withdraw")
    assert person("bob").get(f"/v1/photos/{first}").status_code == 404
    assert ada.get(f"/v1/photos/{first}").status_code == 200


def test_photos_are_changed_with_the_share_and_its_version(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    given.coupon("ada", "kettle")
    ada = person("ada")
    first, second = sent(ada, hue=10), sent(ada, hue=200)
    at = f"/v1/shares/{publish(ada, photos=[first]).json['id']}"
    changed = ada.patch(at, {"photos": [second, first]}, If_Match='"1"')
    assert (changed.status_code, changed.json["photos"], changed.json["version"]) == (200, [second, first], 2)
    assert ada.patch(at, {"photos": [second, first]}, If_Match='"1"').json["version"] == 2
    assert code(ada.patch(at, {"photos": []}, If_Match='"1"')) == (412, "stale_version")
    assert ada.patch(at, {"note": "Other words, and the photos stay as they are."}).json["photos"] == [
        second,
        first,
    ]
    assert ada.patch(at, {"photos": []}).json["photos"] == []


def test_only_photos_of_ones_own_are_shown_each_once_and_at_most_four(
    given: Given, person: PersonMaker
) -> None:
    given("(ada) (bob)")
    given.coupon("ada", "kettle")
    ada, theirs = person("ada"), sent(person("bob"))
    own = sent(ada)
    for photos in ([theirs], [own, "no-such-photo"]):
        assert code(publish(ada, photos=photos)) == (422, "no_such_photo")
    for photos in ([own, own], [f"p{number}" for number in range(5)]):
        assert code(publish(ada, photos=photos)) == (422, "invalid")
    assert ada.get("/v1/me/shares").json["items"] == []


def test_what_is_no_photo_is_refused_and_nothing_is_kept(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)")
    ada = person("ada")
    bomb = picture("PNG", 10, 10).replace((10).to_bytes(4) * 2, (50_000).to_bytes(4) * 2)
    claims = (MOST_PIXELS["PNG"] // 1000).to_bytes(4) + (1001).to_bytes(4)  # the size in its header
    huge = picture("PNG", 10, 10).replace((10).to_bytes(4) * 2, claims)
    for content in (b"", b"GIF89a", picture()[:200], huge, bomb, b"<svg onload=alert(1)>"):
        assert code(send(ada, content)) == (422, "not_a_photo")
    assert code(send(ada, picture(), "image/svg+xml")) == (415, "unsupported_media_type")
    assert code(send(ada, b"0" * (MOST_BYTES + 1))) == (413, "too_large")
    assert cypher.value("MATCH (photo:Photo) RETURN count(photo)") == 0


def test_few_photos_wait_and_what_no_share_shows_is_forgotten_in_a_day(
    given: Given, person: PersonMaker, graph: Graph, cypher: Cypher
) -> None:
    given("(ada)")
    given.coupon("ada", "kettle")
    ada, shown = person("ada"), sent(person("ada"))
    publish(ada, photos=[shown])
    cypher.rows("MATCH (most:Rule {name: 'photos_waiting'}) SET most.value = 1")
    dropped = sent(ada, hue=10)
    refused = send(ada, picture(hue=20))
    assert code(refused) == (409, "photos_waiting")
    cypher.rows("MATCH (most:Rule {name: 'photos_waiting'}) SET most.value = 20")
    assert graph.one("jobs/forget_photos", op="op", now=NOW + timedelta(hours=23))["forgotten"] == 0
    assert graph.one("jobs/forget_photos", op="op", now=AFTER_A_DAY)["forgotten"] == 1
    assert [ada.get(f"/v1/photos/{photo}").status_code for photo in (shown, dropped)] == [200, 404]


def test_photos_are_taken_along_and_erased_with_their_owner(
    given: Given, person: PersonMaker, graph: Graph, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    given.coupon("ada", "kettle")
    ada = person("ada")
    photo = sent(ada)
    share = publish(ada, photos=[photo]).json["id"]
    mine = graph.rows("accounts/export/photos", me="ada")
    assert [(row["id"], row["shares"]) for row in mine] == [(photo, [share])]
    leave = "MATCH (ada:User {id: 'ada'}) REMOVE ada:Active SET ada.deactivated_at = $at"
    cypher.rows(leave, at=NOW - 40 * DAY)
    assert erasure.erase_due(graph, now=NOW) == 1
    assert cypher.value("MATCH (photo:Photo) RETURN count(photo)") == 0
