"""Who stands where and what is not in a report, as a reader uses them."""

from __future__ import annotations

import pytest
from made_standing import standing_story

from synoptic.present.html import to_html

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def story_page():
    return to_html(standing_story())


def rows(page):
    names = page.locator("#standing tbody tr:visible").all()
    return [row.get_attribute("data-stance") for row in names]


@pytest.mark.parametrize("width", [360, 390, 900, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_runs_over_the_edge_with_everything_open(
    open_page, story_page, width, scheme
):
    page = open_page(story_page, width=width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    for each in page.locator("#standing tr, #lacking li, .heads-side li").all():
        box = each.bounding_box()
        assert box is None or box["x"] + box["width"] <= width + 1


def test_a_row_opens_its_sentences_by_key_and_leads_to_the_place(open_page, story_page):
    page = open_page(story_page)
    row = page.locator('#standing tr[data-stance="conditional"]')
    assert row.get_by_text("Mayor Ada Finch supported").is_hidden()
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    assert row.get_by_text("Mayor Ada Finch").first.is_visible()
    assert row.locator("mark.stance", has_text="supported").is_visible()
    row.get_by_role("link", name="in B").last.focus()
    page.keyboard.press("Enter")
    assert page.locator(".p.here").get_attribute("id").startswith("B")


def test_positions_can_be_narrowed_and_shown_again(open_page, many_positions):
    page = open_page(many_positions)
    everything = rows(page)
    page.get_by_label("Stands", exact=True).select_option("against")
    assert set(rows(page)) == {"against"}
    assert (
        page.locator(".n-shown")
        .inner_text()
        .endswith(f"of {page.locator('#standing tbody tr').count()} positions")
    )
    assert page.locator("#standing .own-words:visible").count() == 0
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function(
        "() => document.querySelector('.n-shown').textContent === ''"
    )
    page.get_by_label("Who", exact=True).select_option("Ada Finch")
    assert rows(page) == ["undecided", "conditional"]
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("In", exact=True).select_option("B")
    assert "unstated" not in rows(page)
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function(
        "() => document.querySelector('.n-shown').textContent === ''"
    )
    assert rows(page) == everything


@pytest.fixture(scope="module")
def many_positions():
    """The same with one more thing under other names, so that there is much to sift."""
    from dataclasses import replace

    story = standing_story()
    more = [
        replace(p, id=f"{p.id}-{n}", actor=f"{p.actor} {n}")
        for n in (2, 3)
        for p in story.positions
        if p.actor == "drivers' guild"
    ]
    return to_html(replace(story, positions=(*story.positions, *more)))


def test_the_name_of_a_party_is_heard_in_each_row_and_seen_once(
    open_page, story_page, heard_by
):
    page = open_page(story_page)
    heard = [name for role, name in heard_by(page) if role == "rowheader"]
    assert sum("Ada Finch" in name for name in heard) >= 2
    seen = page.locator("#standing .party", has_text="Ada Finch").all()
    assert [s.bounding_box()["height"] > 5 for s in seen][:2] == [True, False]


def test_a_change_over_time_is_a_list_with_days(open_page, story_page, heard_by):
    page = open_page(story_page)
    heard = heard_by(page)
    at = heard.index(("list", "Over time"))
    said = [name.strip() for role, name in heard[at:] if role == "StaticText"]
    assert said[:4] == ["1 March 2026", "not decided", "11 May 2026", "on conditions"]


def test_closed_parts_stand_open_on_paper(open_page, story_page):
    page = open_page(story_page)
    page.emulate_media(media="print")
    assert page.locator(".sift").is_hidden()
    for name in (".singles", ".lack"):
        shown = page.locator(name).first.evaluate(
            "part => getComputedStyle(part, '::details-content').contentVisibility"
        )
        assert shown == "visible"


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_axe_finds_nothing_serious(open_page, story_page, axe, width, scheme):
    page = open_page(story_page, width=width, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
    assert axe(page) == []
