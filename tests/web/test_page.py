"""The page when things go wrong."""

from playwright.sync_api import expect

from service.actions.accounts import set_password
from service.credentials.keys import keys
from service.graph.client import Graph
from service.settings import Settings
from tests.support.cypher import Cypher
from tests.support.giveaways import CLOSES, REVEAL_BY, Host
from tests.support.given import DAY, NOW, Given
from tests.support.visitor import VisitorMaker

READY = """() => Promise.race([navigator.serviceWorker.ready.then(() => true),
    new Promise((_, fail) => setTimeout(fail, 20000, new Error("no service worker")))])"""
NOTE = "The light is even and the arm stays where I put it."
SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script> {{7*7}} ${8*8} is what I wrote."


def test_script_in_a_note_or_a_name_stays_text(visit: VisitorMaker, given: Given) -> None:
    given.user("ada", display_name="<b onclick=alert(3)>Ada</b>")
    given("(cy)-[:FRIEND]->(ada)", shares={})
    given.share("ada", "kettle", note=SCRIPT, cons="<svg onload=alert(4)>")
    cy = visit("cy")
    for place in ("", "share/ada-kettle", "friends", "person/ada"):
        cy.go(place)
        cy.sees("<b onclick=alert(3)>Ada</b>")
    cy.go("share/ada-kettle")
    cy.sees(SCRIPT)
    assert cy.page.locator("main img, main script, main b[onclick]").count() == 0


def test_a_lost_answer_is_asked_for_again_and_nothing_happens_twice(
    visit: VisitorMaker, given: Given, cypher: Cypher
) -> None:
    given("(cy)-[:FRIEND]->(ada)", shares={"ada": "kettle"})
    given.coupon("cy", "lamp")
    cy = visit("cy")
    other = cy.tab()
    other.goto(cy.page.url)
    other.get_by_role("button", name="Claim").wait_for()
    cy.lose("**/v1/shares/ada-kettle/claim")
    cy.tap("Claim")
    cy.sees("In my wallet")
    other.get_by_role("button", name="Claim").click()  # in another tab, which shows the old state
    other.get_by_text("In my wallet").wait_for()
    cy.lose("**/v1/shares", times=2)
    cy.go("publish/cy-lamp-coupon")
    cy.page.get_by_label("Your honest note").fill(NOTE)
    cy.tap("Publish")
    cy.sees("Published to your circle")
    rows = cypher.rows(
        "MATCH (:User {id: 'cy'})-[:PUBLISHED|CLAIMED]->(n) RETURN labels(n)[0] AS kind ORDER BY kind"
    )
    assert [row["kind"] for row in rows] == ["Claim", "Share"]


def test_a_refusal_is_a_sentence_in_the_persons_language(visit: VisitorMaker, given: Given) -> None:
    given("(cy)-[:FRIEND]->(ada)")
    given.share("ada", "kettle", quota=1)
    given("(bo)-[:FRIEND]->(ada)")
    cy = visit("cy", language="zh")
    cy.expect(409)
    given.claim("bo", "ada-kettle")
    cy.tap("领取")
    cy.sees("已被领完。")


def test_a_session_that_ended_elsewhere_says_so_and_costs_no_words(
    visit: VisitorMaker, given: Given, graph: Graph, settings: Settings
) -> None:
    given("(cy) (xinyi)")
    given.coupon("cy", "lamp")
    set_password(graph, keys(settings), "cy", "cy keeps this secret", NOW)
    cy = visit("cy")
    cy.turn("publish/cy-lamp-coupon")
    cy.page.get_by_label("Your honest note").fill(NOTE)
    cy.expect(401)
    graph.run("accounts/end_sessions", user="cy", kept=None)
    cy.sees("Your session has ended")
    cy.page.get_by_label("Handle").fill("cy")
    cy.page.get_by_label("Password").fill("cy keeps this secret")
    cy.tap("Sign in")
    expect(cy.page.get_by_label("Your honest note")).to_have_value(NOTE)
    cy.tap("Publish")
    cy.sees("Published to your circle")
    cy.turn("me")
    other = cy.tab()
    other.goto(cy.page.url)
    other.get_by_role("button", name="Sign out").click()
    cy.sees("Try it as a demo resident")


def test_without_a_network_the_page_opens_and_says_so(visit: VisitorMaker, given: Given) -> None:
    given("(cy)-[:FRIEND]->(ada)", shares={"ada": "kettle"})
    cy = visit("cy")
    cy.page.evaluate(READY)
    cy.expect(0)
    cy.context.set_offline(True)
    cy.page.reload()
    cy.sees("You are offline")
    cy.sees("can't be reached")
    cy.context.set_offline(False)
    cy.sees("kettle")
    cy.context.set_offline(True)
    cy.sees("You are offline")
    cy.tap("Claim")  # the page repeats the request for some seconds, with one key
    cy.context.set_offline(False)
    cy.sees("In my wallet")


def test_the_list_goes_on_and_keeps_its_place(visit: VisitorMaker, given: Given) -> None:
    given("(cy)-[:FRIEND]->(ada)")
    for number in range(25):
        given.share("ada", f"thing{number:02}", published_at=NOW - DAY * (number + 1) / 24)
    cy = visit("cy")
    last = cy.page.get_by_role("link", name="thing24")
    for _ in range(8):
        cy.page.mouse.wheel(0, 3000)
        cy.page.wait_for_timeout(100)
    last.scroll_into_view_if_needed()
    place = cy.page.evaluate("scrollY")
    last.click()
    cy.sees("How you're connected")
    cy.page.go_back()
    expect(last).to_be_in_viewport()
    assert abs(cy.page.evaluate("scrollY") - place) < 60


def test_anybody_makes_a_draw_again_in_their_own_browser(visit: VisitorMaker, host: Host) -> None:
    people = host.people(level0=0, level3=3, level5=5)
    giveaway = host.opened()
    level5 = visit("level5")
    level5.go(f"giveaway/{giveaway}")
    level5.sees("Your chance")
    level5.tap("Enter for free")
    level5.sees("You've entered")
    host.enter(giveaway, people["level0"], people["level3"])
    for at in (CLOSES, REVEAL_BY - DAY):
        host.work(at)
    level5.go("giveaways")
    level5.go(f"giveaway/{giveaway}")
    level5.tap("Repeat the draw")
    level5.sees("Everything matches what was published.")
    assert level5.page.locator(".checks .held").count() == 7
