"""Three people walk the whole loop in three browsers."""

from flask import Flask

from service.actions.accounts import set_password
from service.credentials.keys import keys
from service.graph.client import Graph
from service.settings import Settings
from tests.support.clock import Clock
from tests.support.given import NOW, Given
from tests.support.platform import player
from tests.support.visitor import VisitorMaker

NOTE = "Boils fast and stays quiet. I have used this kettle every morning for a month."


def test_a_find_travels_from_its_buyer_to_a_friends_friend_and_though_withdrawn_back_into_the_ledger(
    visit: VisitorMaker,
    given: Given,
    graph: Graph,
    settings: Settings,
    app: Flask,
    clock: Clock,
) -> None:
    given("(ada:Named)-[:FRIEND]->(bo:Named)-[:FRIEND]->(cy)")
    given.coupon("ada", "kettle")
    set_password(graph, keys(settings), "ada", "ada keeps this secret", NOW)
    ada, bo, cy = visit(), visit("bo"), visit("cy")

    ada.go("")
    ada.page.get_by_label("Handle").fill("ada")
    ada.page.get_by_label("Password").fill("ada keeps this secret")
    ada.tap("Sign in")
    ada.sees("Nothing here yet")
    ada.go("mine")
    ada.tap("Publish")
    ada.page.get_by_label("Your honest note").fill(NOTE)
    ada.page.get_by_label("The catch").fill("The lid is stiff.")
    ada.sees("Who will see it")
    ada.tap("Publish")
    ada.sees("Published to your circle")

    bo.go("")
    bo.tap("Friends")
    bo.sees(NOTE)
    cy.go("")
    cy.sees("Friend of bo")
    cy.page.get_by_role("button", name="Claim").dblclick()
    cy.sees("In my wallet").click()
    cy.tap("Use it")
    code = cy.page.get_by_label("Your code").inner_text()

    share = ada.page.evaluate(
        "fetch('/v1/me/shares').then(answer => answer.json()).then(({items}) => items[0].id)"
    )
    ada.turn(f"share/{share}")
    ada.tap("Withdraw")
    ada.page.get_by_role("dialog").get_by_role("button", name="Withdraw").click()
    ada.sees("Withdrawn")
    bo.expect(404)
    bo.tap("Claim")  # on a page that is out of date
    bo.sees("This share doesn't exist")
    cy.expect(404)
    cy.turn(f"share/{share}")
    cy.sees("This share doesn't exist")

    taobao = player(app, keys(settings), "taobao")
    cy.go("accounts")
    cy.page.get_by_role("listitem").filter(has_text="Taobao").get_by_role("button").click()
    link = cy.page.get_by_label("Your code").inner_text()
    assert taobao.linked(link, "cy-there").status_code == 200
    cy.tap("I've entered it")
    cy.sees("linked on")
    bought = taobao.tell("completed", "o-1", "cy-there", "kettle", claim_code=code)
    assert bought.status_code == 200
    cy.go("wallet")
    cy.tap("Used")
    cy.tap("Yes")
    cy.sees("Noted, thank you")

    clock.forward(days=2)
    ada.go("ledger")
    for line in ("Published an honest note", "A friend used your coupon", "The buyer found it as described"):
        ada.sees(line)
