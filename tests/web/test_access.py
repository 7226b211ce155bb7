"""Everybody can use every screen: axe finds nothing serious, fingers find their targets."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.giveaways import Host
from tests.given import Given
from tests.web.visitor import Visitor, VisitorMaker

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(({violations}) => violations
    .filter(({impact}) => ["serious", "critical"].includes(impact))
    .map(({id, nodes}) => id + nodes.map(({html}) => ": " + html.slice(0, 200)).slice(0, 3).join(" | ")))"""
SMALL = """() => [...document.querySelectorAll("button, [role=button], select, nav a, .tools a")]
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
    .map((each) => each.outerHTML.slice(0, 120))"""


def faults(visitor: Visitor) -> list[str]:
    """What is wrong with the screen as it stands."""
    visitor.page.evaluate(AXE)
    wide = visitor.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [
        *visitor.page.evaluate(RUN),
        *visitor.page.evaluate(SMALL),
        *(["wider than the screen"] if wide else []),
    ]


@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("zh", "light")])
def test_no_screen_has_a_serious_fault(
    visit: VisitorMaker, given: Given, host: Host, language: str, scheme: str
) -> None:
    given(
        "(ada:Named)-[:FRIEND]->(bo:Named)-[:FRIEND]->(cy) (dee)-[:ASKED]->(cy)-[:BLOCKS]->(eve)",
        shares={"ada": "kettle", "bo": "lamp cup", "cy": "plate"},
    )
    given.claim("cy", "bo-lamp")
    given.redeemed("cy", "bo-cup", "cup")
    given.coupon("cy", "bowl")
    given.xp("cy", "pub:cy-plate-coupon", "publish", 10, share="cy-plate")
    giveaway = host.opened()
    cy = visit("cy", language=language, color_scheme=scheme)
    places = (
        "",
        "share/ada-kettle",
        "share/bo-lamp",
        "wallet",
        "mine",
        "publish/cy-bowl-coupon",
        "friends",
        "person/bo",
        "me",
        "ledger",
        "settings",
        "giveaways",
        f"giveaway/{giveaway}",
        "share/none",
    )
    cy.expect(404)
    found = {}
    for place in places:
        cy.go(place)
        found[place] = faults(cy)
    stranger = visit(language=language, color_scheme=scheme)
    stranger.go("")
    found["welcome"] = faults(stranger)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}
