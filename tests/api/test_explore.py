"""Analysts list and ask reviewed questions over HTTP; others may not."""

import csv
import io

from structlog.testing import capture_logs

from tests.support.given import Given
from tests.support.people import Person, PersonMaker

FUNNEL = "/v1/explore/funnel"
NO_BOUNDS = {"least": None, "most": None, "step": None}


def bounds(most: int) -> dict[str, int]:
    """Whole numbers from 1 on."""
    return {"least": 1, "most": most, "step": 1}


def analyst(given: Given, person: PersonMaker) -> Person:
    """Amy, who may ask, and six people who published and claimed."""
    given("(amy:Analyst)")
    for n in range(1, 7):
        given(f"(s{n})-[:FRIEND]->(b{n})", shares={f"s{n}": "kettle"})
        given.claim(f"b{n}", f"s{n}-kettle")
    return person("amy")


def test_the_library_is_listed_with_all_that_is_needed_to_ask(given: Given, person: PersonMaker) -> None:
    given("(amy:Analyst)")
    items = person("amy").get("/v1/explore").json["items"]
    assert len(items) >= 20
    funnel = next(item for item in items if item["name"] == "funnel")
    assert funnel["title_zh"].startswith("分享里有多少")
    assert funnel["parameters"] == [
        {"name": "category", "name_zh": "类别", "kind": "text", "default": None, **NO_BOUNDS},
        {"name": "weeks", "name_zh": "最近几周", "kind": "integer", "default": 26, **bounds(520)},
        {"name": "limit", "name_zh": "最多行数", "kind": "integer", "default": 10, **bounds(1000)},
    ]
    assert [column["name"] for column in funnel["columns"]] == ["step", "count", "people", "percent_of_last"]
    assert funnel["picture"] == {"kind": "funnel", "columns": ["step", "count"]}
    assert funnel["words_zh"]["passed_on"] == "再分享"


def test_an_answer_has_its_rows_and_says_when_there_are_more(given: Given, person: PersonMaker) -> None:
    amy = analyst(given, person)
    whole = amy.get(FUNNEL).json
    assert (whole["as_of"], whole["truncated"]) == ("2030-01-01T00:00:00Z", False)
    assert whole["parameters"] == {"category": None, "weeks": 26, "limit": 10}
    assert [row["step"] for row in whole["rows"]] == ["shared", "claimed"]
    cut = amy.get(f"{FUNNEL}?limit=1&category=kitchen").json
    assert (len(cut["rows"]), cut["truncated"]) == (1, True)
    assert amy.get(f"{FUNNEL}?category=toys").json["rows"] == []


def test_an_answer_comes_as_csv_too(given: Given, person: PersonMaker) -> None:
    amy = analyst(given, person)
    for answer in (amy.get(f"{FUNNEL}?format=csv"), amy.get(FUNNEL, Accept="text/csv")):
        assert answer.content_type == "text/csv; charset=utf-8"
        assert answer.headers["X-Truncated"] == "false"
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert rows[0] == {"step": "shared", "count": "6", "people": "6", "percent_of_last": ""}
    assert amy.get(f"{FUNNEL}?format=json", Accept="text/csv").is_json


def test_a_parameter_that_is_wrong_is_named(given: Given, person: PersonMaker) -> None:
    given("(amy:Analyst)")
    amy = person("amy")
    for wrong, field in (
        ("weeks=many", "weeks"),
        ("weeks=0", "weeks"),
        ("limit=1001", "limit"),
        ("limit=1&limit=2", "limit"),
        ("now=2040-01-01", "now"),
        ("category=a%00b", "category"),
        ("format=xml", "format"),
    ):
        answer = amy.get(f"{FUNNEL}?{wrong}")
        assert (answer.status_code, list(answer.json["fields"])) == (422, [field]), wrong
    sample = amy.get("/v1/explore/reach?sample=201").json["fields"]["sample"]
    assert sample == ["A whole number from 100 to 10000 in steps of 100."]
    assert amy.get("/v1/explore/../people/friends").status_code == 404
    assert amy.get("/v1/explore/nothing").status_code == 404


def test_only_analysts_and_admins_ask_and_each_is_logged(given: Given, person: PersonMaker) -> None:
    given("(ada:Merchant) (amy:Analyst) (max:Admin)")
    assert person("ada").get("/v1/explore").status_code == person("ada").get(FUNNEL).status_code == 403
    people = [person("amy"), person("max")]
    with capture_logs() as logged:
        assert [one.get(f"{FUNNEL}?weeks=4").status_code for one in people] == [200, 200]
    lines = [line for line in logged if line["event"] == "explored"]
    assert [(line["by"], line["question"]) for line in lines] == [("amy", "funnel"), ("max", "funnel")]
    assert lines[0]["parameters"] == {"category": None, "weeks": 4, "limit": 10}
