"""The circle in a browser: `python -m bench.page`.

It uses an own server and store with the demo town, `circle serve`, and Debian's Chromium without a window. It
measures the bytes and the time of the first view; then it scrolls through 2,000 cards.
"""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import click
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, ViewportSize, sync_playwright

from bench.chromium import launched
from bench.http_feed import served
from service import settings as environment
from service.actions.accounts import open_session
from service.credentials.keys import keys
from service.demo.load import DEMO
from service.graph.client import Graph
from service.graph.ready import opened, prepare
from service.graph.seeds import load as seeds
from service.graph.server.embedded import server
from service.logs import configure
from service.settings import Settings
from tests.support.given import Given

PHONE: ViewportSize = {"width": 390, "height": 844}
SHARERS, EACH = 100, 20
SLOW = 50  # ms
NOTE = "We have had it for some weeks now and use it every day. It does what it should, no more and no less. "
SHIFTS = """new PerformanceObserver(list => list.getEntries().forEach(each =>
    { if (!each.hadRecentInput) window.moved = (window.moved ?? 0) + each.value; }))
    .observe({type: 'layout-shift', buffered: true})"""
MOVED = "window.moved ?? 0"
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
# Scrolls to the end of the list by half a screen a frame; returns the time of each frame and each long task.
SCROLL = """async (until) => {
    const frames = [], tasks = [];
    const watch = new PerformanceObserver(list => tasks.push(...list.getEntries().map(one => one.duration)));
    watch.observe({type: 'longtask'});
    const frame = () => new Promise(done => requestAnimationFrame(done));
    let last = await frame(), moved = last;
    while (last - moved < 90000) {
        scrollBy(0, 420);
        const now = await frame();
        frames.push(now - last);
        last = now;
        const ended = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
        if (!ended) moved = now;
        if (ended && document.querySelectorAll('.card').length >= until) break;
    }
    await new Promise(done => setTimeout(done, 200));
    watch.disconnect();
    return {frames, tasks};
}"""


@click.command()
@click.option(
    "--guest", default="lao_zhou", show_default=True, help="The person of the demo town who opens the circle."
)
def main(guest: str) -> None:
    """Print the cost of the first view, and how 2,000 cards scroll."""
    configure("warning")
    with tempfile.TemporaryDirectory(prefix="circle-bench-") as folder, sync_playwright() as playwright:
        settings = replace(environment.from_env(), home=Path(folder) / "home", demo=False)
        settings.home.mkdir()
        with server(settings) as address, opened(address) as graph:
            prepare(address)
            draw(graph, settings)
            tokens = {
                user: open_session(graph, user, "bench", datetime.now(UTC)) for user in (guest, "reader")
            }
            with served(settings) as url, launched(playwright) as browser:
                opened_by(browser, url, tokens[guest]).close()  # now the database has its plans
                first_view(browser, url, tokens[guest])
                scroll(browser, url, tokens["reader"])


def draw(graph: Graph, settings: Settings) -> None:
    """Load the demo town, and beside it `reader` with a hundred friends and twenty shares of each."""
    now = datetime.now(UTC).replace(microsecond=0)
    seeds.load(graph, DEMO, today=now.date(), fingerprint=keys(settings).fingerprint)
    later = Later()
    given = Given(cast("Graph", later))
    given.user("reader")
    for sharer in range(SHARERS):
        given(f"(reader)-[:FRIEND]->(sharer{sharer})")
        for thing in range(EACH):
            at = now - timedelta(minutes=sharer * EACH + thing)
            more: dict[str, Any] = {"published_at": at, "note": NOTE * (1 + thing % 4)}
            more["cons"] = "The lid is stiff." if thing % 3 else None
            given.share(f"sharer{sharer}", f"thing{thing}", claim_by=now + timedelta(days=30), **more)
    later.run_on(graph)


class Later:
    """Stands in for a graph and collects the rows of each query, to run each query once."""

    def __init__(self) -> None:
        self._queries: dict[str, dict[str, list[object]]] = {}

    def run(self, query: str, **lists: list[object]) -> None:
        """Collect the rows of a query."""
        noted = self._queries.setdefault(query, {name: [] for name in lists})
        for name, rows in lists.items():
            noted[name] += rows

    def run_on(self, graph: Graph) -> None:
        """Run each query once, in the order of their first calls; derivations run last."""
        for query, lists in sorted(self._queries.items(), key=lambda each: "derive" in each[0]):
            graph.run(query, **lists)


def first_view(browser: Browser, url: str, token: str) -> None:
    """Open the circle in a new browser, and print bytes and times."""
    context = opened_by(browser, url, token, before="about:blank")
    page, wire = context.pages[0], context.new_cdp_session(context.pages[0])
    sizes: list[float] = []
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    shown(page, url)
    page.wait_for_timeout(2_000)
    cards = page.evaluate("performance.now() - 2000")
    print(f"first view: {sum(sizes) / 1000:.0f} kB in {len(sizes)} answers, shown whole after {cards:.0f} ms")
    painted, moved = page.evaluate(f"[{PAINTED}, {MOVED}]")
    print(f"first contentful paint {painted:.0f} ms, layout shift {moved:.3f}")
    context.close()


def scroll(browser: Browser, url: str, token: str) -> None:
    """Scroll to the last of 2,000 cards while they load, then once more from top to bottom."""
    context = opened_by(browser, url, token)
    page, wire = context.pages[0], context.new_cdp_session(context.pages[0])
    wire.send("Performance.enable")
    report("reading on", page.evaluate(SCROLL, SHARERS * EACH), wire)
    page.evaluate("scrollTo(0, 0)")
    report("all there", page.evaluate(SCROLL, SHARERS * EACH), wire)
    print(f"{page.locator('.card').count()} cards, layout shift {page.evaluate(MOVED):.3f}")
    context.close()


def opened_by(browser: Browser, url: str, token: str, before: str = "") -> BrowserContext:
    """A signed-in phone that shows the circle; with `before`, that page instead."""
    context = browser.new_context(viewport=PHONE, locale="zh-CN", is_mobile=True, device_scale_factor=2)
    context.add_cookies([{"name": "circle_session", "value": token, "url": url}])
    context.add_init_script("try { localStorage.setItem('signed-in', 'yes') } catch { };" + SHIFTS)
    page = context.new_page()
    if before:
        page.goto(before)
    else:
        shown(page, url)
    return context


def shown(page: Page, url: str) -> None:
    """Open the circle and wait for its first cards."""
    page.goto(url)
    page.locator("article.card").first.wait_for()


def report(what: str, scrolled: dict[str, Any], wire: CDPSession) -> None:
    """Print frames, tasks, memory and nodes in a line."""
    frames, tasks = sorted(scrolled["frames"]), scrolled["tasks"]
    metrics = {each["name"]: each["value"] for each in wire.send("Performance.getMetrics")["metrics"]}
    print(
        f"{what}: {len(frames)} frames, half within {frames[len(frames) // 2]:.0f} ms, 99% within "
        f"{frames[len(frames) * 99 // 100]:.0f} ms, {sum(each > SLOW for each in frames)} over {SLOW} ms; "
        f"longest task {max(tasks, default=0):.0f} ms; heap {metrics['JSHeapUsedSize'] / 1e6:.0f} MB, "
        f"{metrics['Nodes']:.0f} nodes"
    )


if __name__ == "__main__":
    main()
