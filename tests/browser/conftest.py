from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
GRAVE = {"serious", "critical"}


@pytest.fixture(scope="session")
def browser():
    """The browser that is on this machine; none is ever fetched."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(f"no browser found (looked for {', '.join(NAMES)})")
    sync_api = pytest.importorskip("playwright.sync_api")
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    args = [*QUIET, "--no-sandbox"] if as_root else QUIET
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=args)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, tmp_path):
    """Open a page from a file; any request, error or message of it fails the test."""
    contexts = []

    def opened(html, *, width=1600, height=1000, **options):
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.heard = []
        page.on("request", lambda request: page.heard.append(request.url))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("console", lambda message: page.heard.append(message.text))
        page.goto(path.as_uri())
        assert page.heard == [path.as_uri()]
        page.heard.clear()
        return page

    yield opened
    for context in contexts:
        heard = [line for page in context.pages for line in page.heard]
        context.close()
        assert heard == []


@pytest.fixture
def heard_by():
    """What a screen reader finds, in its order: (role, name) from the browser."""

    def tree(page):
        session = page.context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        session.detach()
        by_id = {node["nodeId"]: node for node in nodes}

        def walk(node):
            if not node.get("ignored"):
                name = node.get("name", {}).get("value", "")
                yield node["role"]["value"], name
            for child in node.get("childIds", ()):
                if child in by_id:
                    yield from walk(by_id[child])

        return [pair for pair in walk(nodes[0]) if pair[0] != "InlineTextBox"]

    return tree


@pytest.fixture(scope="session")
def axe():
    """What axe-core finds serious on a page; it is on this machine or not used."""
    named = os.environ.get("SYNOPTIC_AXE")
    found = find_spec("axe_playwright_python")
    places = [Path(named)] if named else []
    if found and found.origin:
        places.append(Path(found.origin).parent / "axe.min.js")
    script = next((p.read_text(encoding="utf-8") for p in places if p.is_file()), None)
    if script is None:
        pytest.skip("no axe-core here (SYNOPTIC_AXE names its axe.min.js)")

    def grave(page):
        page.evaluate(script)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            (v["id"], [node["html"][:90] for node in v["nodes"][:3]])
            for v in found["violations"]
            if v["impact"] in GRAVE
        ]

    return grave
