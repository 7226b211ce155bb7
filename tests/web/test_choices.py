"""Choices on the page: friends, saved shares, hidden shares."""

from service.actions.accounts import set_password
from service.credentials.keys import keys
from service.graph.client import Graph
from service.settings import Settings
from tests.support.given import NOW, Given
from tests.support.people import PersonMaker
from tests.support.visitor import VisitorMaker


def test_an_invite_greets_somebody_new_who_joins_and_asks(
    visit: VisitorMaker, given: Given, person: PersonMaker
) -> None:
    given("(ada)")
    ada = person("ada")
    code = ada.post("/v1/invites").json["code"]
    zoe = visit()
    zoe.go(f"invite/{code}")
    zoe.sees("ada invites you")
    zoe.page.get_by_label("Name your friends see").fill("Zoe")
    zoe.page.get_by_label("Choose a handle").fill("zoe")
    zoe.page.get_by_label("Password").fill("zoe keeps this secret")
    zoe.tap("Join")
    zoe.tap("Go to my circle")
    zoe.tap("Add friend")
    zoe.tap("Sent requests")
    zoe.sees("Withdraw")
    (asking,) = ada.get("/v1/me/friend-requests?direction=in").json["items"]
    assert asking["user"]["display_name"] == "Zoe"


def test_a_share_is_kept_hidden_brought_back_reported_and_asked_about(
    visit: VisitorMaker, given: Given, person: PersonMaker
) -> None:
    given("(cy)-[:FRIEND]->(ada)", shares={"ada": "kettle lamp"})
    cy, ada = visit("cy"), person("ada")
    cy.tap("More for kettle")
    cy.tap("Save for later")
    cy.sees("Saved. Find it under Me.")
    cy.tap("More for lamp")
    cy.tap("Not interested")
    cy.sees("You'll see less like it")
    cy.tap("Undo")
    cy.tap("More for lamp")
    cy.tap("Report")
    cy.page.get_by_role("dialog").get_by_role("button", name="Report").click()
    cy.sees("Reported. Thank you.")
    cy.turn("share/ada-lamp")
    cy.page.get_by_label("Ask about it").fill("Is it bright?")
    cy.tap("Ask publicly")
    cy.sees("Is it bright?")
    (question,) = ada.get("/v1/shares/ada-lamp/questions").json["items"]
    ada.post(f"/v1/questions/{question['id']}/answer", {"text": "Bright enough to read by."})
    cy.turn("saved")
    cy.sees("kettle")
    cy.turn("share/ada-lamp")
    cy.sees("Bright enough to read by.")


def test_every_empty_screen_says_what_to_do_next(visit: VisitorMaker, given: Given) -> None:
    given("(dee:Creator) (eve)")
    given.coupon("eve", "kettle")
    dee = visit("dee")
    tabs = {
        "": [],
        "wallet": ["Used", "Past"],
        "mine": ["Shares", "Purchases"],
        "friends": ["Sent requests", "Following", "Followers", "Blocked"],
        "creators": [],
        "shop/kettle-shop": [],
        "talk": ["Requests"],
        "notifications": ["Filtered"],
        "saved": ["Hidden", "Muted"],
        "wishes": ["I can answer"],
        "giveaways": [],
        "ledger": [],
    }
    silent = []
    for place, names in tabs.items():
        if place:
            dee.turn(place)
        for name in ["", *names]:
            if name:
                dee.tap(name)
                dee.settled()
            if place != "wishes" or name:  # its form is the next step
                dee.page.locator(".empty").wait_for()
                if not dee.page.locator(".empty").locator("a, button").count():
                    silent.append((place, name))
    assert silent == []


def test_a_share_is_edited_a_person_looked_at_and_a_password_changed(
    visit: VisitorMaker, given: Given, graph: Graph, settings: Settings
) -> None:
    given("(cy)-[:FRIEND]->(ada)", shares={"ada": "kettle", "cy": "lamp"})
    set_password(graph, keys(settings), "cy", "cy keeps this secret", NOW)
    cy = visit("cy")
    cy.turn("share/cy-lamp")
    cy.tap("Edit")
    cy.page.get_by_role("dialog").get_by_label("The catch").fill("Its cable is short.")
    cy.tap("Save")
    cy.sees("Its cable is short.")
    cy.sees("edited")
    cy.turn("person/ada")
    cy.sees("Their shares")
    cy.tap("Claim")
    cy.sees("In my wallet")
    cy.tap("More")
    cy.tap("Stop receiving their coupons")
    cy.sees("They can't send you coupons directly")
    cy.turn("settings")
    cy.page.get_by_label("Current password").fill("cy keeps this secret")
    cy.page.get_by_label("New password").fill("cy keeps another secret")
    cy.tap("Change password")
    cy.sees("Changed. Your other devices are signed out.")


def test_a_creator_is_found_by_category_and_followed_in_one_tap(
    visit: VisitorMaker, given: Given, person: PersonMaker
) -> None:
    given("(ada) (ivy:Creator) (joy:Creator)")
    given.share("ivy", "cup", category="tea", audience="public")
    given.share("joy", "pan", audience="public")
    ada = visit("ada")
    ada.turn("friends")
    ada.tap("Following")
    ada.page.get_by_role("button", name="Find creators").click()
    ada.sees("1 find: ")
    ada.page.get_by_label("Category").select_option("tea")
    ada.page.get_by_text("joy", exact=True).wait_for(state="detached")
    ada.tap("Follow ivy")
    ada.page.get_by_role("button", name="Unfollow ivy").wait_for()
    ada.sees("You now follow them")
    assert person("ada").get("/v1/me/follows").json["items"][0]["user_id"] == "ivy"
    ada.page.get_by_label("Category").select_option("pets")
    ada.sees("No creators share in this category right now")
    ada.tap("Clear filters")
    ada.sees("joy")
