"""Five tasks of a reader who hears the page, done through the accessibility tree."""

from __future__ import annotations

import pytest
from builders import ferry_story

from synoptic.present.html import to_html

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_page):
    return open_page(to_html(ferry_story()))


def focused(page):
    return page.evaluate(
        "() => document.activeElement.getAttribute('aria-label')"
        " ?? document.activeElement.textContent"
    )


def test_task_read_the_first_finding_and_go_to_its_evidence(page, heard_by):
    heard = heard_by(page)
    at = heard.index(("heading", "Findings"))
    after = heard[at:]
    assert ("StaticText", "Where A prints “on Tuesday”, B prints “on May 13”.") in after
    link = after.index(("link", "evidence in B"))
    assert ("StaticText", "“May 13”") in after[link : link + 5]
    page.get_by_role("link", name="evidence in B").first.focus()
    page.keyboard.press("Enter")
    assert focused(page) == "B: edited, also in A; A has “Tuesday”, B has “May 13”"


def test_task_find_a_passage_that_is_only_in_b(page, heard_by):
    heard = heard_by(page)
    at = heard.index(("group", "B: only here"))
    assert heard[at + 1] == (
        "StaticText",
        "On Osk, the baker has already ordered flour for the summer.",
    )
    assert page.get_by_role("group", name="B: only here").count() == 1


def test_task_hear_the_edits_of_an_edited_passage(page, heard_by):
    heard = heard_by(page)
    name = "A: edited, also in B; only in A: “four”; only in B: “last week”"
    at = heard.index(("group", name))
    said = " ".join(
        text.strip() for role, text in heard[at + 1 : at + 16] if role == "StaticText"
    )
    assert "the ship's [only in A:] four stern ramps [only in B: last week ]" in said


def test_task_move_from_a_passage_to_its_counterpart(page, heard_by):
    page.get_by_role("group", name="A: reworded, also in B").first.focus()
    page.keyboard.press("n")
    assert focused(page) == "B: reworded, also in A"
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "A: reworded, also in B"
    page.keyboard.press("Tab")
    assert focused(page).strip() == "counterpart in B"
    page.keyboard.press("Enter")
    assert focused(page) == "B: reworded, also in A"


def test_task_show_only_what_is_reworded(page, heard_by):
    page.keyboard.press("f")
    page.get_by_role("checkbox", name="reworded").focus()
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelector('#said').textContent")
    assert ("StaticText", "4 passages of 16") in heard_by(page)
    rows = page.locator("tr.unit:visible")
    assert rows.count() == 2
    heard = []
    page.locator("h2").first.click()
    for _ in range(2):
        page.keyboard.press("j")
        heard.append(focused(page))
    assert heard == ["A: reworded, also in B", "A: reworded, also in C"]


def test_reading_order_follows_the_units(page, heard_by):
    groups = [
        name for role, name in heard_by(page) if role == "group" and name[1:2] == ":"
    ]
    quotation = [i for i, name in enumerate(groups) if ": same words" in name]
    assert len(quotation) == 3
    assert quotation[-1] - quotation[0] <= 6
    first = next(i for i, name in enumerate(groups) if name.startswith("A: edited"))
    assert "B: edited" in " ".join(groups[first : first + 4])


def test_every_passage_and_control_has_a_name(page, heard_by):
    named = ("link", "button", "checkbox", "group", "region", "heading", "dialog")
    assert [role for role, name in heard_by(page) if role in named and not name] == []


def test_report_of_each_paragraph_is_said(page, heard_by):
    heard = heard_by(page)
    at = heard.index(("group", "B: only here"))
    assert "The Harbour Post" in [name for _, name in heard[at - 8 : at]]
