"""Whom a visitor of the demo may be."""

from dataclasses import replace

from service.app import create_app
from service.graph.client import Graph
from service.settings import Settings
from tests.given import Given
from tests.people import PersonMaker


def test_the_demo_tells_whom_one_may_be(given: Given, person: PersonMaker) -> None:
    given("(lao_zhou) (xinyi) (ada)")
    told = person("ada").get("/v1/demo").json["items"]
    assert [(each["handle"], each["part"]) for each in told] == [("xinyi", "newcomer"), ("lao_zhou", "hub")]


def test_nobody_is_told_where_there_is_no_demo(given: Given, graph: Graph, settings: Settings) -> None:
    given("(xinyi)")
    app = create_app(replace(settings, demo=False), graph)
    assert app.test_client().get("/v1/demo").status_code == 404


def test_the_page_asks_only_where_there_is_one(graph: Graph, settings: Settings) -> None:
    pages = [
        create_app(replace(settings, demo=on), graph).test_client().get("/").text for on in (True, False)
    ]
    assert ["data-demo" in page for page in pages] == [True, False]
