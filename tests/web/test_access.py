"""Accessibility of every screen: no serious axe findings, and targets large enough for fingers."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.support.cypher import Cypher
from tests.support.giveaways import Host
from tests.support.given import Given
from tests.support.people import PersonMaker
from tests.support.talk import ask
from tests.support.visitor import Visitor, VisitorMaker

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(({violations}) => violations
    .filter(({impact}) => ["serious", "critical"].includes(impact))
    .map(({id, nodes}) => id + nodes.map(({html}) => ": " + html.slice(0, 200)).slice(0, 3).join(" | ")))"""
SMALL = """() => [...document.querySelectorAll("button, [role=button], select, nav a, .tools a")]
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
    .map((each) => each.outerHTML.slice(0, 120))"""

# screens within screens: the taps that open them, in order
ACTS = {
    "en": {
        "": ["For you", "More for kettle", "Report"],
        "share/bo-cup": ["More for cup"],
        "notifications": ["Settings"],
        "saved": ["Hidden"],
    },
    "zh": {
        "": ["推荐", "kettle：更多操作", "举报"],
        "share/bo-cup": ["cup：更多操作"],
        "notifications": ["设置"],
        "saved": ["隐藏"],
    },
}


def faults(visitor: Visitor) -> list[str]:
    """The accessibility faults of the current screen."""
    if not visitor.page.evaluate("'axe' in window"):
        visitor.page.evaluate(AXE)
    wide = visitor.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [
        *visitor.page.evaluate(RUN),
        *visitor.page.evaluate(SMALL),
        *(["wider than the screen"] if wide else []),
    ]


@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("zh", "light")])
def test_no_screen_has_a_serious_fault(
    visit: VisitorMaker,
    given: Given,
    host: Host,
    person: PersonMaker,
    cypher: Cypher,
    language: str,
    scheme: str,
) -> None:
    given(
        "(ada:Named)-[:FRIEND]->(bo:Named)-[:FRIEND]->(cy) (dee)-[:ASKED]->(cy)-[:BLOCKS]->(eve)",
        shares={"ada": "kettle", "bo": "lamp cup", "cy": "plate"},
    )
    given("(ivy:Creator)")
    given.share("ivy", "serum", audience="public")
    given.claim("cy", "bo-lamp")
    given.redeemed("cy", "bo-cup", "cup")
    given.coupon("cy", "bowl")
    given.xp("cy", "pub:cy-plate-coupon", "publish", 10, share="cy-plate")
    giveaway = host.opened()
    thread = ask(person("cy"), "ada-kettle").json["id"]
    person("bo").post("/v1/shares/cy-plate/questions", {"text": "Is it heavy?"})
    person("cy").post("/v1/me/wishes", {"text": "a quiet fan"})
    person("cy").put("/v1/me/saved/bo-lamp")
    person("cy").post("/v1/reports", {"kind": "share", "id": "bo-lamp", "category": "dead_coupon"})
    invite = person("bo").post("/v1/invites", {}).json["code"]
    proposed = host.propose().json["id"]
    cypher.rows(
        "MATCH (cy:User {id: 'cy'}), (shop:Shop {id: 'kettle-shop'}) SET cy:Analyst:Merchant:Admin "
        "CREATE (cy)-[:MANAGES]->(shop)"
    )
    person("dee").post("/v1/reports", {"kind": "user", "id": "cy", "category": "spam"})
    cy = visit("cy", language=language, color_scheme=scheme)
    places = (
        "share/ada-kettle",
        "share/bo-lamp",
        "share/cy-plate",
        "formula",
        "saved",
        "safety",
        "wishes",
        "talk",
        f"thread/{thread}",
        "notifications",
        f"invite/{invite}",
        "wallet",
        "mine",
        "accounts",
        "publish/cy-bowl-coupon",
        "friends",
        "friends/meet",
        "creators",
        "shop/kettle-shop",
        "person/bo",
        "me",
        "ledger",
        "settings",
        "giveaways",
        f"giveaway/{giveaway}",
        "share/none",
        "question/levels",
        "cypher",
        "program/kettle-shop",
        "insight/kettle-shop",
        "admin/reports",
        f"admin/giveaways/{proposed}",
        "admin/people",
        "admin/shops/kettle-shop",
        "admin/platforms",
        "admin/imports",
    )
    cy.expect(404)
    wrong_on = {}
    for place in places:
        cy.turn(place)
        wrong_on[place] = faults(cy)
    for name, words in ACTS[language].items():
        cy.turn(name)
        for word in words:
            cy.tap(word)
        cy.settled()
        wrong_on[f"{name} {words}"] = faults(cy)
    cy.turn("search")
    cy.page.get_by_role("searchbox").fill("kettle")
    cy.page.locator("mark").first.wait_for()
    wrong_on["search"] = faults(cy)
    cy.turn("me")
    cy.tap({"en": "Guided tour", "zh": "新手引导"}[language])
    cy.page.locator("#guide-body").wait_for()
    wrong_on["guide"] = faults(cy)
    stranger = visit(language=language, color_scheme=scheme)
    stranger.go(f"invite/{invite}")
    wrong_on["invited"] = faults(stranger)
    stranger.turn("")
    wrong_on["welcome"] = faults(stranger)
    assert {place: wrong for place, wrong in wrong_on.items() if wrong} == {}
