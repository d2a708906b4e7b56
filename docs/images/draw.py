"""Draw the README's picture of the page: `python docs/images/draw.py`.

Needs a chromium that is already there; none is downloaded.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import synoptic

HERE = Path(__file__).parent
STORY = HERE.parents[1] / "examples" / "merrow-lagoon"
NAMES = ("norden.txt", "castra-ledger.txt", "ansel-courier.txt")
WIDTH, HEIGHT = 1280, 860
LOOKED_AT = "A quiet lagoon"


def draw() -> None:
    """Write `page.png`: the columns, with one passage looked at."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    if browser_path is None:
        sys.exit("no chromium or google-chrome is installed")
    page_html = synoptic.compare([str(STORY / name) for name in NAMES]).to_html()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_text(page_html, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox"]
        )
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT},
            color_scheme="light",
            reduced_motion="reduce",
        )
        page.goto(path.as_uri())
        page.get_by_text("Side by side", exact=True).first.evaluate(
            "heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 20)"
        )
        page.locator("span.p", has_text=LOOKED_AT).first.click()
        page.wait_for_timeout(500)
        page.screenshot(path=HERE / "page.png")
        browser.close()


if __name__ == "__main__":
    draw()
