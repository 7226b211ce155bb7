"""Pictures of every screen of a running demo: `python -m bench.screens http://127.0.0.1:8000 FOLDER`.

For a review, and for `docs/screens`. It needs Debian's Chromium and the test suite's packages.
"""

from itertools import product
from pathlib import Path
from typing import Any

import click
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bench.chromium import launched, signed_in

SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desk": {"width": 1280, "height": 900},
}
LOCALES = {"zh": "zh-CN", "en": "en-GB"}
LISTED = {
    "share": "/v1/circle?degree=2",
    "thread": "/v1/me/threads",
    "giveaway": "/v1/giveaways",
    "person": "/v1/me/friends",
    "publish": "/v1/me/coupons?status=available",
}
PLACES = [
    "", "search", "formula", "wallet", "mine", "friends", "friends/meet", "creators", "talk", "notifications",
    "notifications/settings", "wishes", "saved", "safety", "giveaways", "me", "ledger", "accounts",
    "settings",
]  # fmt: skip


@click.command()
@click.argument("url")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--only", default="", help="Only these places, separated by commas: wallet,share/ID.")
@click.option("--guest", default="xinyi", show_default=True, help="The guest: xinyi, chen_xi or lao_zhou.")
@click.option("--whole", is_flag=True, help="Save each page to its end.")
def main(url: str, folder: Path, only: str, guest: str, whole: bool) -> None:
    """Save `WHAT-SIZE-LANGUAGE-SCHEME.png` into FOLDER."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, launched(playwright) as browser:
        for size, language, scheme in product(SIZES, LOCALES, ("light", "dark")):
            page = opened(browser, url, size=size, language=language, scheme=scheme)
            name = f"{size}-{language}-{scheme}.png"
            if not only:
                page.goto(url)
                taken(page, folder / f"welcome-{name}", whole=whole)
            signed_in(page, url, guest)
            for place in only.split(",") if only else [*PLACES, *examples(page, url)]:
                page.goto(f"{url}/#/{place}")
                page.reload()
                taken(page, folder / f"{place.replace('/', '-')[:24] or 'circle'}-{name}", whole=whole)
            page.context.close()


def opened(browser: Browser, url: str, *, size: str, language: str, scheme: str) -> Page:
    """A new page, not signed in."""
    looks: dict[str, Any] = {"color_scheme": scheme, "reduced_motion": "reduce"}
    return browser.new_context(
        viewport=SIZES[size], locale=LOCALES[language], base_url=url, **looks
    ).new_page()


def examples(page: Page, url: str) -> list[str]:
    """A screen of each kind that shows one thing."""
    lists = {word: page.request.get(url + path).json()["items"] for word, path in LISTED.items()}
    return [f"{word}/{items[0]['id']}" for word, items in lists.items() if items]


def taken(page: Page, file: Path, *, whole: bool) -> None:
    """Save the screen once it is complete."""
    page.locator("main > *").first.wait_for()
    page.locator(".waiting").first.wait_for(state="detached")
    page.wait_for_timeout(700)
    page.screenshot(path=file, full_page=whole)


if __name__ == "__main__":
    main()
