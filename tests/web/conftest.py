"""A browser, a running service, and visitors."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, sync_playwright

from service.api.http.current import EXTENSION, Current
from tests.support.clock import Clock
from tests.support.visitor import Visitor, VisitorMaker

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
PATIENCE = 20_000  # ms; a busy machine is slow, a broken page is silent


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without it these tests are skipped, and say so; in CI they fail."""
    if not CHROMIUM.exists():
        reason = f"{CHROMIUM} is missing: the page is not tested in a browser (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, site: str, app: Flask, clock: Clock) -> Iterator[VisitorMaker]:
    """`visit("ada")`: ada on a phone, signed in. At the end the fixture checks everything her page did."""
    current: Current = app.extensions[EXTENSION]
    visitors: list[Visitor] = []

    def opened(name: str | None = None, *, language: str = "en", **options: object) -> Visitor:
        context = browser.new_context(
            viewport={"width": 390, "height": 844},
            locale={"en": "en-GB", "zh": "zh-CN"}[language],
            reduced_motion="reduce",
            **options,  # type: ignore[arg-type]
        )
        context.set_default_timeout(PATIENCE)
        visitor = Visitor(context, site, current, clock)
        visitors.append(visitor)
        if name:
            visitor.be(name)
        return visitor

    yield opened
    faults = [fault for visitor in visitors for fault in visitor.faults(app)]
    for visitor in visitors:
        visitor.context.close()
    assert faults == []
