"""Photos on the page: choose them, keep them in a draft, show them to the circle, change them."""

from playwright.sync_api import FilePayload, Locator, expect

from service.graph.client import Graph
from tests.support.given import Given
from tests.support.pictures import picture
from tests.support.visitor import VisitorMaker

NOTE = "Boils fast and stays quiet. I have used this kettle every morning for a month."
LOADED = "image => image.decode().then(() => image.naturalWidth)"


def file(name: str, **options: int) -> FilePayload:
    """A photo like one from a phone."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": picture(**options)}  # type: ignore[arg-type]


def width(image: Locator) -> int:
    """The width of a photo in pixels, once it has loaded."""
    image.scroll_into_view_if_needed()
    return int(image.evaluate(LOADED))


def test_photos_are_chosen_kept_in_the_draft_seen_by_a_friends_friend_and_changed(
    visit: VisitorMaker, given: Given, graph: Graph
) -> None:
    given("(ada)-[:FRIEND]->(bo)-[:FRIEND]->(cy)")
    given.coupon("ada", "kettle")
    ada, cy = visit("ada"), visit("cy")
    ada.turn("publish/ada-kettle-coupon")
    ada.page.get_by_label("Your honest note").fill(NOTE)
    ada.page.get_by_label("Add photos").set_input_files(
        [file("a.jpg", hue=10), file("b.jpg", width=4000, height=3000)]
    )
    chosen = ada.page.get_by_role("list", name="Photos").get_by_role("img")
    expect(chosen).to_have_count(2)
    ada.page.reload()
    expect(chosen).to_have_count(2)
    assert width(chosen.last) == 720
    ada.page.get_by_label("Add photos").set_input_files([file("c.jpg", hue=250)])
    expect(chosen).to_have_count(3)
    ada.tap("Remove photo 1")
    ada.tap("Publish")
    ada.sees("Published to your circle")

    cy.go("")
    assert width(cy.page.get_by_alt_text("kettle, photo 1 of 2 by ada")) == 720
    cy.page.get_by_role("link", name="kettle", exact=True).click()
    cy.page.get_by_role("button", name="kettle, photo 1 of 2 by ada").click()
    assert width(cy.page.get_by_role("dialog").get_by_role("img")) == 1600
    cy.tap("Close")

    ada.turn(f"share/{graph.rows('accounts/export/shares', me='ada')[0]['id']}")
    ada.tap("Edit")
    ada.tap("Remove photo 1")
    ada.tap("Save")
    ada.sees("Saved")
    assert width(ada.page.get_by_alt_text("kettle, photo 1 of 1 by ada")) == 400


def test_what_is_no_photo_is_told_and_the_others_stay(visit: VisitorMaker, given: Given) -> None:
    given("(cy)")
    given.coupon("cy", "lamp")
    cy = visit("cy", language="zh")
    cy.turn("publish/cy-lamp-coupon")
    cy.expect(422)
    false = FilePayload(name="x.png", mimeType="image/png", buffer=b"no picture")
    cy.page.get_by_label("添加照片").set_input_files([file("a.jpg"), false])
    cy.sees("请上传 JPEG、PNG 或 WebP 格式的照片。")
    expect(cy.page.get_by_role("list", name="照片").get_by_role("img")).to_have_count(1)
