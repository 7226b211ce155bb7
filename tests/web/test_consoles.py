"""The consoles of analysts, merchants and admins; other people see why they may not enter."""

from tests.support.cypher import Cypher
from tests.support.giveaways import Host
from tests.support.given import DAY, NOW, Given
from tests.support.people import PersonMaker
from tests.support.visitor import VisitorMaker

# The first and the last non-empty column of a picture, and the number of columns.
DRAWN = """canvas => {
  const { width, height } = canvas, seen = canvas.getContext("2d").getImageData(0, 0, width, height).data;
  const columns = new Set([...seen.keys()].filter((n) => seen[n]).map((n) => (n >> 2) % width));
  return columns.size > 0 && [Math.min(...columns), Math.max(...columns), width];
}"""


def test_an_analyst_asks_sees_the_picture_and_takes_the_rows_along(visit: VisitorMaker, given: Given) -> None:
    given("(amy:Analyst) (cy)")
    for n in range(1, 7):
        given(f"(s{n})-[:FRIEND]->(b{n})", shares={f"s{n}": "kettle"})
        given.claim(f"b{n}", f"s{n}-kettle", claimed_at=NOW - 10 * DAY)
    amy, cy = visit("amy"), visit("cy")
    amy.turn("me")
    amy.sees("Analyst questions").click()
    amy.sees("How many shares lead to a claim").click()
    amy.page.locator("circle-chart canvas").wait_for()
    amy.page.get_by_label("Limit").fill("1")
    amy.page.get_by_label("Category").select_option("kitchen")
    amy.tap("Run")
    amy.sees("There are more than 1 rows")
    with amy.page.expect_download() as kept:
        amy.tap("Download as CSV")
    assert kept.value.path().read_text("utf-8").splitlines()[1:] == ["shared,6,6,"]
    amy.page.set_viewport_size({"width": 390, "height": 844})
    amy.page.emulate_media(reduced_motion="reduce")
    amy.turn("question/time_to_claim")
    picture = amy.page.locator("circle-chart canvas").element_handle()
    first, last, wide = amy.page.wait_for_function(DRAWN, arg=picture).json_value()
    assert min(first, wide - last) > 3  # no name or number runs into an edge
    amy.expect(503)
    amy.turn("cypher")
    amy.tap("Run")
    amy.sees("There is no copy of the graph to query")
    cy.expect(403)
    cy.turn("analyst")
    cy.sees("Your account may not do this.")
    assert cy.page.get_by_text("Analyst questions").count() == 0


def test_a_merchant_changes_and_ends_an_offer_reads_insight_and_replies(
    visit: VisitorMaker, given: Given, cypher: Cypher, person: PersonMaker
) -> None:
    given("(max:Merchant)-[:FRIEND]->(ada)-[:FRIEND]->(cy)", shares={"ada": "kettle"})
    cypher.rows("MATCH (max:User {id: 'max'}), (s:Shop {id: 'kettle-shop'}) CREATE (max)-[:MANAGES]->(s)")
    max_, cy = visit("max"), visit("cy")
    max_.turn("merchant")
    max_.sees("running").click()
    max_.page.get_by_label("Copies per coupon").fill("7")
    max_.page.get_by_label("Only hero products earn coupons").check()
    max_.expect(409, 412, 422)
    max_.tap("Save")
    max_.sees("Choose at least one")
    max_.page.get_by_role("checkbox", name="kettle").check()
    max_.tap("Save")
    max_.sees("Saved")
    terms = {"kind": "fixed", "value": 800, "quota": 6, "claim_days": 20, "use_days": 10}
    program = person("max").put("/v1/merchant/shops/kettle-shop/program", terms)
    assert program.status_code == 200
    max_.tap("Save")
    max_.sees("Someone changed it in the meantime")
    assert max_.page.get_by_label("Copies per coupon").input_value() == "6"
    max_.tap("Insight")
    max_.sees("too few to show")
    max_.turn("share/ada-kettle")
    max_.page.get_by_label("Reply as").fill("Thank you; the lid is new.")
    max_.tap("Reply")
    max_.sees("Your reply now appears under the share")
    cy.turn("share/ada-kettle")
    cy.sees("Thank you; the lid is new.")
    assert cy.page.locator("circle-reply").count() == 0
    max_.turn("program/kettle-shop")
    max_.tap("End the offer")
    max_.page.get_by_role("dialog").get_by_role("button", name="End the offer").click()
    max_.sees("Start an offer")


def test_an_admin_judges_a_report_and_a_giveaway_brings_in_a_shop_and_changes_a_key(
    visit: VisitorMaker, given: Given, host: Host, person: PersonMaker
) -> None:
    given("(cy)-[:FRIEND]->(ada)", shares={"ada": "kettle"})
    person("cy").post("/v1/reports", {"kind": "share", "id": "ada-kettle", "category": "fake_note"})
    host.propose()
    amy = visit("amy")
    why = amy.page.get_by_role("dialog")

    def because(act: str) -> None:
        """Act, with a reason."""
        amy.tap(act)
        why.get_by_label("Reason").fill("I have looked at it")
        why.get_by_role("button", name=act).click()

    amy.turn("admin")
    because("Hold for review")
    amy.sees("Hold for review · share: done. Reports closed: 1.")
    amy.sees("No open reports")
    amy.tap("Giveaways")
    amy.sees("Two kettles").click()
    amy.sees("Does a fake entry pay?")
    because("Approve")
    amy.sees("Giveaway approved")
    amy.expect(422)
    amy.tap("Import")
    shops = 'platform,external_id,name\ntaobao,tea-house,"Tea, and more"\nnowhere,x,X'
    amy.page.get_by_label("Paste rows").fill(shops)
    amy.page.get_by_label("Reason").fill("They asked for it")
    amy.page.locator("form").get_by_role("button", name="Import").click()
    amy.sees("Nothing was imported. Errors: 1.")
    assert amy.page.locator("tbody td").all_inner_texts() == ["2", "platform", "Not found."]
    amy.page.get_by_label("Paste rows").fill(shops.rpartition("\n")[0])
    amy.page.locator("form").get_by_role("button", name="Import").click()
    amy.sees("Shops: 1 imported")
    amy.turn("admin/platforms")
    because("Change the key")
    amy.sees("circle platform key")
    amy.tap("Audit log")
    acts = ("Signing key changed", "Shops imported · 1", "Giveaway approved", "Hold for review · share")
    for act in acts:
        amy.sees(act)
