"""What a role may do besides: analysts ask, merchants keep a shop, admins decide; others are told why not."""

from tests.given import Given
from tests.web.visitor import VisitorMaker


def test_an_analyst_asks_sees_the_picture_and_takes_the_rows_along(visit: VisitorMaker, given: Given) -> None:
    given("(amy:Analyst) (cy)")
    for n in range(1, 7):
        given(f"(s{n})-[:FRIEND]->(b{n})", shares={f"s{n}": "kettle"})
        given.claim(f"b{n}", f"s{n}-kettle")
    amy, cy = visit("amy"), visit("cy")
    amy.turn("me")
    amy.sees("Questions for analysts").click()
    amy.sees("How many shares are claimed").click()
    amy.page.locator("circle-chart canvas").wait_for()
    amy.page.get_by_label("Limit").fill("1")
    amy.page.get_by_label("Category").select_option("kitchen")
    amy.tap("Ask")
    amy.sees("There are more than 1 rows")
    with amy.page.expect_download() as kept:
        amy.tap("Download as CSV")
    assert kept.value.path().read_text("utf-8").splitlines()[1:] == ["shared,6,6,"]
    cy.expect(403)
    cy.turn("analyst")
    cy.sees("Your account may not do this.")
    assert cy.page.get_by_text("Questions for analysts").count() == 0
