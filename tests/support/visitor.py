"""Somebody before the page, and a record of all that their browser did."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, Response, Route

from service.api.http.current import Current
from service.credentials.tokens import new_token, token_hash
from tests.support.clock import Clock

OUTSIDE = re.compile(r"/|/sw\.js|/web/.+")  # what is served beside the API


class Visitor:
    """A browser context of its own with one page open."""

    def __init__(self, context: BrowserContext, site: str, current: Current, clock: Clock) -> None:
        self.context, self._site, self._current, self._clock = context, site, current, clock
        self._faults: list[str] = []
        self._lost: list[str] = []
        self._requests: set[tuple[str, str]] = set()
        self._expected: set[int] = set()
        self.page = self.tab()

    def tab(self) -> Page:
        """A tab of this browser, looked at like the first."""
        page = self.context.new_page()
        page.clock.set_fixed_time(self._clock())
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self._faults.append(f"script: {error}"))
        page.on("request", self._asked)
        page.on("response", self._answered)
        page.on("requestfailed", self._failed)
        return page

    def be(self, name: str) -> None:
        """Sit down signed in as somebody the test has drawn."""
        token, now = new_token(), self._clock()
        self._current.graph.run(
            "accounts/open_session",
            user=name,
            session=token_hash(token),
            session_id=f"{name}-{token[:8]}",
            device="browser of the test",
            now=now,
            expires_at=now + timedelta(days=30),
        )
        self.context.set_storage_state(
            {"origins": [{"origin": self._site, "localStorage": [{"name": "signed-in", "value": "yes"}]}]}
        )
        self.context.add_cookies([{"name": "circle_session", "value": token, "url": self._site}])
        self.go("")

    def go(self, place: str) -> None:
        """Another screen: `wallet`, `share/ID`; waits until it is there."""
        self.page.goto(f"{self._site}/#/{place}")
        self.page.reload()  # the same address again would show what is there already
        self.page.locator("main > *").first.wait_for()
        self.settled()

    def turn(self, place: str) -> None:
        """Another screen of the page as it is open; quicker, and what was read before may still stand."""
        left = self.page.evaluate_handle("document.querySelector('main > *')")
        self.page.goto(f"{self._site}/#/{place}")
        self.page.wait_for_function("left => document.querySelector('main > *') !== left", arg=left)
        self.settled()

    def settled(self) -> None:
        """Until nothing is being loaded."""
        self.page.locator(".waiting").first.wait_for(state="detached")

    def sees(self, text: str) -> Locator:
        """What shows `text`, waited for."""
        shown = self.page.get_by_text(text).first
        shown.wait_for()
        return shown

    def tap(self, name: str) -> None:
        """The button, link or menu of that name."""
        button, link = (
            self.page.get_by_role("button", name=name, exact=True),
            self.page.get_by_role("link", name=name, exact=True),
        )
        button.or_(link).or_(self.page.locator(f'summary[aria-label="{name}"]')).first.click()

    def expect(self, *statuses: int) -> None:
        """Answers with these statuses are part of the test."""
        self._expected |= set(statuses)

    def lose(self, address: str, times: int = 1) -> None:
        """The service hears the next requests to `address` (a glob), but its answers are lost."""
        left = [times]

        def drop(route: Route) -> None:
            if left[0] and route.request.method != "GET":
                left[0] -= 1
                route.fetch()
                route.abort("connectionreset")
            else:
                route.continue_()

        self.context.route(address, drop)
        self._expected.add(0)

    def faults(self, app: Flask) -> list[str]:
        """All that must not have happened: errors, failed requests, addresses that are not public."""
        lost = [] if 0 in self._expected else [f"lost: {url}" for url in self._lost]
        known = routes(app)
        private = [
            f"not public: {method} {path}"
            for method, path in self._requests
            if not OUTSIDE.fullmatch(path)
            and not any(way == method and rule.fullmatch(path) for way, rule in known)
        ]
        return [*self._faults, *lost, *private]

    def _heard(self, message: ConsoleMessage) -> None:
        # Chromium writes a line of its own for every status that the page expects and handles
        if message.type == "error" and not (self._expected and message.text.startswith("Failed to load")):
            self._faults.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            here = request.url.startswith(self._site + "/")
            self._requests.add((request.method, urlsplit(request.url).path if here else request.url))

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what leaving a screen calls off
            self._lost.append(f"{request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self._expected:
            self._faults.append(f"{response.status}: {response.request.method} {response.url}")


def routes(app: Flask) -> list[tuple[str, re.Pattern[str]]]:
    """Method and address of every route in the OpenAPI text."""
    paths: dict[str, Any] = app.extensions["circle_openapi"].to_dict()["paths"]
    return [
        (method.upper(), re.compile(re.sub(r"{\w+}", "[^/]+", path)))
        for path, item in paths.items()
        for method in item
    ]


VisitorMaker = Callable[..., Visitor]
