"""Debian's Chromium, and a guest of the demo in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Playwright

from tests.web.conftest import ARGUMENTS, CHROMIUM


@contextmanager
def launched(playwright: Playwright) -> Iterator[Browser]:
    """The browser, without a window."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
    try:
        yield browser
    finally:
        browser.close()


def signed_in(page: Page, url: str, handle: str) -> None:
    """Sign in on `page` as one of the demo's three guests."""
    guests = page.request.get(f"{url}/v1/demo").json()["items"]
    password = next(guest["password"] for guest in guests if guest["handle"] == handle)
    answer = page.request.post(
        f"{url}/v1/sessions", data={"handle": handle, "password": password, "cookie": True}
    )
    if not answer.ok:
        raise SystemExit(f"Could not sign in as {handle}: {answer.text()}")
    page.goto(url)
    page.evaluate("localStorage.setItem('signed-in', 'yes')")
