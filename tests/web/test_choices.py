"""What people choose on the page: whom to meet, what to keep, what not to see again."""

from tests.given import Given
from tests.people import PersonMaker
from tests.web.visitor import VisitorMaker


def test_an_invite_greets_somebody_new_who_joins_and_asks(
    visit: VisitorMaker, given: Given, person: PersonMaker
) -> None:
    given("(ada)")
    ada = person("ada")
    code = ada.post("/v1/invites").json["code"]
    zoe = visit()
    zoe.go(f"invite/{code}")
    zoe.sees("ada invites you")
    zoe.page.get_by_label("Name that friends see").fill("Zoe")
    zoe.page.get_by_label("Handle you would like").fill("zoe")
    zoe.page.get_by_label("Password").fill("zoe keeps this secret")
    zoe.tap("Join")
    zoe.tap("Go to my circle")
    zoe.tap("Ask to be friends")
    zoe.tap("Asked by me")
    zoe.sees("Take back")
    (asking,) = ada.get("/v1/me/friend-requests?direction=in").json["items"]
    assert asking["user"]["display_name"] == "Zoe"


def test_a_share_is_kept_hidden_brought_back_reported_and_asked_about(
    visit: VisitorMaker, given: Given, person: PersonMaker
) -> None:
    given("(cy)-[:FRIEND]->(ada)", shares={"ada": "kettle lamp"})
    cy, ada = visit("cy"), person("ada")
    cy.tap("More for kettle")
    cy.tap("Save for later")
    cy.sees("Saved; you find it under Me")
    cy.tap("More for lamp")
    cy.tap("Not interested")
    cy.sees("you will see less like it")
    cy.tap("Undo")
    cy.tap("More for lamp")
    cy.tap("Report")
    cy.page.get_by_role("dialog").get_by_role("button", name="Report").click()
    cy.sees("Reported, thank you")
    cy.turn("share/ada-lamp")
    cy.page.get_by_label("Ask about it").fill("Is it bright?")
    cy.tap("Ask in public")
    cy.sees("Is it bright?")
    (question,) = ada.get("/v1/shares/ada-lamp/questions").json["items"]
    ada.post(f"/v1/questions/{question['id']}/answer", {"text": "Bright enough to read by."})
    cy.turn("saved")
    cy.sees("kettle")
    cy.turn("share/ada-lamp")
    cy.sees("Bright enough to read by.")
