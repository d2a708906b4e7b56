"""Draw the README's pictures: `python docs/images/draw.py`.

`page.png` is the page of a comparison, `today.png` and `story.png` are the pages of
`synoptic demo --serve`. Needs a chromium that is already there; none is downloaded.
"""

from __future__ import annotations

import json
import shutil
import socket
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uvicorn
from playwright.sync_api import sync_playwright

import synoptic
from synoptic.app.demo import fill
from synoptic.web import ServerSettings, create_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
STORY = HERE.parents[1] / "examples" / "merrow-lagoon"
NAMES = ("norden.txt", "castra-ledger.txt", "ansel-courier.txt")
WIDTH, HEIGHT = 1280, 860
LOOKED_AT = "A quiet lagoon"
PATIENCE_SECONDS = 300


def draw() -> None:
    """Write the pictures."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    if browser_path is None:
        sys.exit("no chromium or google-chrome is installed")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox"]
        )
        draw_page(browser, Path(folder))
        with demo(Path(folder) / "demo.db") as address:
            draw_desk(browser, address)
        browser.close()


def draw_page(browser: Browser, folder: Path) -> None:
    """The columns of a comparison, with one passage looked at."""
    path = folder / "page.html"
    html = synoptic.compare([str(STORY / name) for name in NAMES]).to_html()
    path.write_text(html, encoding="utf-8")
    page = opened(browser)
    page.goto(path.as_uri())
    page.get_by_role("heading", name="Side by side").evaluate(
        "heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 20)"
    )
    page.locator("span.p", has_text=LOOKED_AT).first.click()
    page.wait_for_timeout(500)
    page.screenshot(path=HERE / "page.png")


def draw_desk(browser: Browser, address: str) -> None:
    """The stories of a workspace, and one of them."""
    wait_until_read(address)
    page = opened(browser)
    page.goto(address)
    page.screenshot(path=HERE / "today.png")
    page.locator(".stories h2 a").nth(1).click()
    page.locator("#findings").wait_for()
    page.screenshot(path=HERE / "story.png")


def wait_until_read(address: str) -> None:
    """Wait until every story is compared."""
    stories = asked(f"{address}api/v1/stories")["stories"]
    for story in stories:
        for _ in range(PATIENCE_SECONDS):
            if asked(f"{address}api/v1/stories/{story['id']}")["state"] == "ready":
                break
            time.sleep(1)


def asked(address: str) -> dict[str, Any]:
    """What the API answers."""
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 (our own server)
        found: dict[str, Any] = json.load(answer)
    return found


def opened(browser: Browser) -> Page:
    """A page of the size and colours of all pictures."""
    return browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT},
        color_scheme="light",
        reduced_motion="reduce",
    )


@contextmanager
def demo(where: Path) -> Iterator[str]:
    """The demo, served; its address."""
    fill(str(where))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        app = create_app(str(where), ServerSettings(workers="thread"))
        server = uvicorn.Server(uvicorn.Config(app, log_config=None))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        urllib.request.urlopen(address, timeout=60).close()
        try:
            yield address
        finally:
            server.should_exit = True
            thread.join(20)


if __name__ == "__main__":
    draw()
