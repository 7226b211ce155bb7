"""Admins look people up, grant and remove roles, edit platforms, and read the audit."""

from typing import Any

import pytest

from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.settings import ROOT
from tests.support.given import Given
from tests.support.people import Person, PersonMaker

WHY = "Joins the data team"


@pytest.fixture
def amy(given: Given, person: PersonMaker) -> Person:
    given("(amy:Admin) (ada:Creator) (adam) (bob:Deactivated)")
    return person("amy")


def handles(answer: Any) -> list[str]:
    return [item["handle"] for item in answer.json["items"]]


def test_people_are_found_by_handle_role_and_state(amy: Person) -> None:
    first_page = amy.get("/v1/admin/users?handle=AD&limit=1")
    assert handles(first_page) == ["ada"]
    rest = amy.get(f"/v1/admin/users?handle=AD&limit=1&cursor={first_page.json['next_cursor']}")
    assert (handles(rest), rest.json["next_cursor"]) == (["adam"], None)
    assert handles(amy.get("/v1/admin/users?role=creator")) == ["ada"]
    assert handles(amy.get("/v1/admin/users?state=deactivated")) == ["bob"]
    assert amy.get("/v1/admin/users?role=king").status_code == 422


def test_a_role_counts_at_once_is_written_down_and_the_last_admin_stays(
    amy: Person, person: PersonMaker
) -> None:
    ada, roles = person("ada"), "/v1/admin/users/ada/roles"
    analyst, admin = {"role": "analyst", "reason": WHY}, {"role": "admin", "reason": WHY}
    assert ada.get("/v1/explore").status_code == 403
    assert amy.post(roles, analyst).status_code == 204
    assert amy.post(roles, analyst).json["code"] == "wrong_state"
    assert ada.get("/v1/explore").status_code == 200
    assert ada.post("/v1/admin/users/ada/roles", admin).status_code == 403
    assert amy.post(f"{roles}/remove", analyst).status_code == 204
    assert ada.get("/v1/explore").status_code == 403
    assert amy.post("/v1/admin/users/amy/roles/remove", admin).json["code"] == "self"
    assert amy.post("/v1/admin/users/bob/roles", admin).status_code == 404  # bob has left
    lines = amy.get("/v1/admin/audit").json["items"]
    assert [line["kind"] for line in lines] == ["revoke_analyst", "grant_analyst"]
    assert (lines[0]["by"]["handle"], lines[0]["reason"], lines[0]["things"]) == (
        "amy",
        WHY,
        [{"id": "ada", "kind": "user"}],
    )
    first = amy.get("/v1/admin/audit?limit=1").json
    assert amy.get(f"/v1/admin/audit?limit=1&cursor={first['next_cursor']}").json["items"] == lines[1:]
    assert amy.get("/v1/admin/audit?by=ada").json["items"] == []
    assert ada.get("/v1/me/actions").json["items"][0]["reason"] == WHY


def test_what_an_admin_tells_of_a_platform_stays(amy: Person, graph: Graph) -> None:
    def kept(name: str) -> Any:
        listed = amy.get("/v1/admin/platforms").json["items"]
        return next(item for item in listed if item["id"] == name)

    names = {"name_zh": "唯品会", "name_en": "Vipshop", "open_with": ["link"], "reason": "Asked for by many"}
    assert amy.post("/v1/admin/platforms", {"id": "vip", **names}).status_code == 200
    assert amy.post("/v1/admin/platforms", {"id": "jd", **names, "name_en": "Jingdong"}).status_code == 200
    assert amy.post("/v1/admin/platforms", {"id": "jd:x", **names}).status_code == 422
    assert amy.post("/v1/admin/platforms", {"id": "xy", **names, "open_with": ["door"]}).status_code == 422
    assert (kept("vip")["name_zh"], kept("vip")["key_id"], kept("vip")["shops"]) == ("唯品会", "v1", 0)
    seeds.load(graph, ROOT / "seeds" / "rules")
    assert kept("jd")["name_en"] == "Jingdong"
    assert amy.post("/v1/me/platform-accounts", {"platform": "vip"}).status_code in {200, 201}
    assert [line["kind"] for line in amy.get("/v1/admin/audit?kind=set_platform").json["items"]] == [
        "set_platform"
    ] * 2
