"""The guided tour: the API decides when a step is done, and the tour ends."""

from playwright.sync_api import Locator

from service.actions.accounts import set_password
from service.credentials.keys import keys
from service.demo.guests import GUESTS
from service.graph.client import Graph
from service.settings import Settings
from tests.support.clock import Clock
from tests.support.given import NOW, Given
from tests.support.visitor import Visitor, VisitorMaker

NOTE = "Boils fast and stays quiet. I have used this kettle every morning for a week."


def step(visitor: Visitor, title: str) -> Locator:
    """The strip, once it shows this step."""
    strip = visitor.page.get_by_role("region", name="Guided tour")
    strip.get_by_role("status").filter(has_text=title).wait_for()
    return strip


def on(visitor: Visitor, way: str) -> None:
    """Follow the link of the strip."""
    visitor.page.get_by_role("region", name="Guided tour").get_by_text(way, exact=True).click()


def test_somebody_new_is_led_through_the_whole_loop(visit: VisitorMaker, given: Given, clock: Clock) -> None:
    given("(lao_zhou:Named)-[:FRIEND]->(ada)", shares={"ada": "kettle"})
    zoe = visit()
    zoe.go("")
    zoe.tap("I'm new here")
    for label, text in {
        "Name your friends see": "Zoe",
        "Choose a handle": "zoe",
        "Password": "zoe keeps it",
    }.items():
        zoe.page.get_by_label(label).fill(text)
    zoe.tap("Join")
    zoe.tap("Go to my circle")

    step(zoe, "Why is this card here?")
    on(zoe, "Meet them")
    on(zoe, "Go there")
    zoe.tap("Accept")
    on(zoe, "Open a card")
    step(zoe, "Claim a copy")
    zoe.page.reload()  # the browser remembers the tour and loads its step again
    step(zoe, "Claim a copy")
    zoe.tap("Claim")
    step(zoe, "Use it")
    zoe.tap("Close the guide; find it again under Me")
    zoe.turn("me")
    zoe.tap("Guided tour")
    on(zoe, "Open my wallet")
    zoe.tap("Play the platform: complete the order")
    zoe.sees("you earned a coupon to share")
    step(zoe, "Share what you bought")
    on(zoe, "Go there")
    zoe.page.get_by_label("Your honest note").fill(NOTE)
    zoe.tap("Publish")
    strip = step(zoe, "Who sees it, what it earns")
    strip.get_by_text("10 points of experience, counted from 8 Jan 2030").wait_for()
    on(zoe, "Open my ledger")
    zoe.sees("Published an honest note")
    step(zoe, "That's the whole loop")

    clock.forward(days=2)  # the sharer hears of it later, without a name
    ada = visit("ada")
    ada.turn("ledger")
    ada.sees("A friend used your coupon")
    ada.sees("30 points before the rules").click()  # a buyer this new counts for less
    assert ada.page.get_by_text("Zoe").count() == 0


def test_what_one_of_the_town_did_before_is_no_step_of_the_path(
    visit: VisitorMaker, given: Given, graph: Graph, settings: Settings
) -> None:
    given("(chen_xi)-[:FRIEND]->(ada)", shares={"ada": "kettle lamp", "chen_xi": "plate"})
    given.claim("chen_xi", "ada-lamp")
    given.redeemed("chen_xi", given.share("ada", "cup"), "cup", completed_at=NOW)
    guest = next(each for each in GUESTS if each.id == "chen_xi")
    set_password(graph, keys(settings), guest.id, guest.password, NOW)
    chen_xi = visit(language="zh")
    chen_xi.go("")
    chen_xi.page.get_by_role("button", name="chen_xi").click()
    strip = chen_xi.page.get_by_role("region", name="新手引导")
    strip.get_by_role("status").filter(has_text="这张卡片为什么在这里").wait_for()
    strip.get_by_text("打开一张卡片").click()
    chen_xi.tap("领取")
    strip.get_by_role("status").filter(has_text="用掉它").wait_for()
    chen_xi.turn("ledger")  # seeing a screen completes no step out of order
    assert strip.locator(".done").count() == 2
