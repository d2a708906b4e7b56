"""What the parties speak about is set right in the browser, and back."""

from __future__ import annotations

import pytest
from desk_server import Server

pytestmark = pytest.mark.browser

HEAD = "{headline}\n\nThe {outlet}\n\nJune 2, 2026\n\n"
BODY = """Mayor Ada Finch said on Tuesday that she supported the harbour plan.

"The harbour plan is the right idea," said Finch, who was elected in the spring by the \
people of Osk. About 400 people live on the island.

The fishermen's union {verb} the harbour plan on Tuesday. Governor Tom Castell vetoed \
the bridge bill in the morning, and the drivers' guild {verb} the bridge bill.
"""


def report(headline, outlet, verb):
    return HEAD.format(headline=headline, outlet=outlet) + BODY.format(verb=verb)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    where = tmp_path_factory.mktemp("desk") / "desk.db"
    with Server(where, fast=False) as server:
        server.add(
            report("Mayor of Osk backs harbour plan", "Osk Letter", "opposed"),
            report("Mayor of Osk backs harbour plan", "Tidewater Post", "rejected"),
        )
        server.read(server.story("harbour"))
        yield server


def names(page):
    return page.locator("#standing .proposal h3").all_text_contents()


def wait_for_name(page, name, *, there=True):
    heading = page.locator("#standing .proposal h3", has_text=name)
    heading.wait_for(state="attached" if there else "detached", timeout=60_000)


def test_a_proposal_is_renamed_joined_and_parted_and_all_is_undone(desk, browser):
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(desk.address + desk.story("harbour"))
    assert len(names(page)) == 2
    plan, bill = sorted(names(page), key=lambda name: "bill" in name)

    page.locator(".fix-link", has_text=bill).click()
    assert page.locator("#f-named option:checked").inner_text() == bill
    page.get_by_label("Its name").fill("Bridge Act")
    page.get_by_role("button", name="Give it this name").click()
    page.get_by_text("Kept. It can be undone").wait_for()
    wait_for_name(page, "Bridge Act")

    page.get_by_label("This one").select_option(label="Bridge Act")
    page.get_by_label("is the same as").select_option(label=plan)
    page.get_by_role("button", name="Make them one").click()
    wait_for_name(page, "Bridge Act", there=False)
    assert names(page) == [plan]

    words = page.locator("#f-words option", has_text="bridge bill").first
    page.get_by_label("The words").select_option(value=words.get_attribute("value"))
    page.get_by_label("What they speak of").fill("The bridge")
    page.get_by_role("button", name="Make it one of its own").click()
    page.locator("#standing", has_text="The bridge").wait_for(timeout=60_000)

    for _ in range(3):
        page.goto(f"{desk.address}/corrections")
        standing = page.locator(".records li:not(.undone)").filter(
            has_not_text="Undone: "
        )
        standing.get_by_role("button", name="Undo").first.click()
        page.get_by_text("Undone.").first.wait_for()
    page.goto(desk.address + desk.story("harbour"))
    wait_for_name(page, bill)
    assert sorted(names(page)) == sorted([plan, bill])
    context.close()


def test_a_name_that_is_none_or_the_same_is_not_kept(desk, browser):
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(desk.address + desk.story("harbour"))
    same = page.locator("#f-one option:checked").inner_text()
    page.get_by_label("is the same as").select_option(label=same)
    page.get_by_role("button", name="Make them one").click()
    page.get_by_text("Nothing changed").wait_for()
    context.close()
