"""The circle in a browser: `python -m bench.page`.

Own server, own store with the demo town, `circle serve`, Debian's Chromium without a window. What comes over
the wire on the first view and when it shows; then a friend of many, with 2,000 cards to scroll through.
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
# to the end of the list by half a screen a frame; how long each frame took, and each task over 50 ms
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
    "--guest", default="lao_zhou", show_default=True, help="Whose circle of the demo town is opened."
)
def main(guest: str) -> None:
    """Print what the first view costs, and how 2,000 cards scroll."""
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
                opened_by(browser, url, tokens[guest]).close()  # the database has planned it by now
                first_view(browser, url, tokens[guest])
                scroll(browser, url, tokens["reader"])


def draw(graph: Graph, settings: Settings) -> None:
    """The demo town, and beside it `reader` with a hundred friends who share twenty things each."""
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
    """A graph that notes what is run on it, so that many rows go in at once."""

    def __init__(self) -> None:
        self._told: dict[str, dict[str, list[object]]] = {}

    def run(self, query: str, **lists: list[object]) -> None:
        """Note it; each query once, what is derived last."""
        noted = self._told.setdefault(query, {name: [] for name in lists})
        for name, rows in lists.items():
            noted[name] += rows

    def run_on(self, graph: Graph) -> None:
        """Run what was noted, in the order of the first of each."""
        for query, lists in sorted(self._told.items(), key=lambda each: "derive" in each[0]):
            graph.run(query, **lists)


def first_view(browser: Browser, url: str, token: str) -> None:
    """A browser that was never here opens the circle."""
    context = opened_by(browser, url, token, before="about:blank")
    page, wire = context.pages[0], context.new_cdp_session(context.pages[0])
    sizes: list[float] = []
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    shown(page, url)
    page.wait_for_timeout(2_000)
    cards = page.evaluate("performance.now() - 2000")
    print(f"first view: {sum(sizes) / 1000:.0f} kB in {len(sizes)} answers, shown whole after {cards:.0f} ms")
    painted, moved = page.evaluate(f"[{PAINTED}, {MOVED}]")
    print(f"first contentful paint {painted:.0f} ms, layout shift {moved:.3f}")
    context.close()


def scroll(browser: Browser, url: str, token: str) -> None:
    """Down to the last of 2,000 cards while they are read, then once more from top to bottom."""
    context = opened_by(browser, url, token)
    page, wire = context.pages[0], context.new_cdp_session(context.pages[0])
    wire.send("Performance.enable")
    tell("reading on", page.evaluate(SCROLL, SHARERS * EACH), wire)
    page.evaluate("scrollTo(0, 0)")
    tell("all there", page.evaluate(SCROLL, SHARERS * EACH), wire)
    print(f"{page.locator('.card').count()} cards, layout shift {page.evaluate(MOVED):.3f}")
    context.close()


def opened_by(browser: Browser, url: str, token: str, before: str = "") -> BrowserContext:
    """A phone whose owner is signed in, before the circle; with `before`, on that page instead."""
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
    """The circle with its first cards."""
    page.goto(url)
    page.locator("article.card").first.wait_for()


def tell(what: str, told: dict[str, Any], wire: CDPSession) -> None:
    """Frames, tasks, memory and nodes, in a line."""
    frames, tasks = sorted(told["frames"]), told["tasks"]
    metrics = {each["name"]: each["value"] for each in wire.send("Performance.getMetrics")["metrics"]}
    print(
        f"{what}: {len(frames)} frames, half within {frames[len(frames) // 2]:.0f} ms, 99% within "
        f"{frames[len(frames) * 99 // 100]:.0f} ms, {sum(each > SLOW for each in frames)} over {SLOW} ms; "
        f"longest task {max(tasks, default=0):.0f} ms; heap {metrics['JSHeapUsedSize'] / 1e6:.0f} MB, "
        f"{metrics['Nodes']:.0f} nodes"
    )


if __name__ == "__main__":
    main()
