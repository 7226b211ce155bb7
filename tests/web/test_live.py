"""Live updates: two people with open pages see each other's acts at once."""

from datetime import timedelta

from tests.support.clock import Clock
from tests.support.given import Given
from tests.support.people import PersonMaker
from tests.support.visitor import VisitorMaker

NOTE = "Boils fast and stays quiet. I have used this kettle every morning for a month."
LAMP = "Bright enough to read by, and the arm stays where I put it for weeks."


def test_a_find_comes_live_is_asked_about_answered_wished_for_and_blocked(
    visit: VisitorMaker, given: Given, person: PersonMaker, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(bo:Named)-[:FRIEND]->(cy)")
    given.coupon("ada", "kettle")
    given.coupon("ada", "lamp")
    clock.step = timedelta(milliseconds=1)  # a stream sends everything since the last poll
    cy, ada = visit("cy"), visit("ada")

    with cy.page.expect_response("**/v1/me/events"):
        cy.sees("Nothing here yet")
    publication = {"coupon_id": "ada-kettle-coupon", "note": NOTE}
    published = person("ada").post("/v1/shares", publication, Idempotency_Key="published-once")
    assert published.status_code == 201
    cy.sees("1 new").click()
    cy.sees("Friend of bo")
    cy.page.get_by_role("link", name="kettle", exact=True).click()
    cy.sees("One of your friends knows the sharer.")
    cy.page.get_by_label("Ask about it").fill("Is the lid easy to clean?")
    cy.tap("Ask ada privately")
    cy.sees("You can write more once they accept")

    ada.page.get_by_role("link", name="Notifications, 1 unread").click()
    ada.sees("cy sent you a message").click()
    ada.sees("Is the lid easy to clean?")
    ada.tap("Accept")
    ada.sees("Accepted")
    ada.page.get_by_role("textbox", name="Message").fill("Yes, it comes off whole.")
    ada.tap("Send")
    ada.sees("Yes, it comes off whole.")
    cy.sees("Yes, it comes off whole.")
    cy.tap("This answer helped")
    cy.sees("Marked as helpful")

    cy.turn("search")
    cy.page.get_by_role("searchbox").fill("lamp")
    cy.tap("Post a wish for “lamp”")
    cy.tap("Post a wish")
    cy.sees("We'll notify you when someone answers")
    ada.turn("wishes")
    ada.tap("I can answer (1)")
    ada.tap("Write a note and answer")
    ada.page.get_by_label("Your honest note").fill(LAMP)
    ada.tap("Publish")
    ada.sees("They will be notified")
    cy.sees("ada answered with a coupon").click()
    cy.sees(LAMP)
    cy.tap("Claim")
    cy.sees("How to use it")

    cy.expect(404)
    cy.turn("person/ada")
    cy.tap("Block")
    cy.page.get_by_role("dialog").get_by_role("button", name="Block").click()
    cy.sees("This person doesn't exist")
    cy.turn("talk")
    cy.sees("No messages yet")


def test_where_no_stream_comes_through_the_page_asks_how_many_are_unread(
    visit: VisitorMaker, given: Given, person: PersonMaker
) -> None:
    given("(cy) (ada)")
    person("ada").post("/v1/friend-requests", {"to": "cy"})
    cy = visit()
    cy.expect(429)
    cy.context.route("**/v1/me/events", lambda route: route.fulfill(status=429, body="{}"))
    cy.be("cy")
    cy.page.get_by_role("link", name="Notifications, 1 unread").click()
    cy.sees("ada wants to be your friend").click()
    cy.tap("Accept")
    cy.sees("You're friends now")
