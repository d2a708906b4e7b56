"""The page as somebody reads it who did not make it: names first, nothing twice."""

from __future__ import annotations

import re

import pytest
from builders import Made, collation, ferry_story

from synoptic.present.html import to_html

pytestmark = pytest.mark.browser

ARABIC = "توقفت العبارة عن الإبحار."


def test_page_says_whose_letters_they_are_before_it_uses_them(open_page):
    page = open_page(to_html(ferry_story()))
    names = page.get_by_role("navigation", name="The reports")
    first = page.locator(".findings > li").first
    assert names.bounding_box()["y"] < first.bounding_box()["y"]
    link = names.get_by_role("link").nth(1)
    assert link.inner_text().startswith("B")
    name = link.locator("bdi").inner_text()
    assert (
        page.locator("#findings a.sg", has_text=re.compile("^B$")).first.get_attribute(
            "title"
        )
        == name
    )
    link.click()
    assert page.locator("#B").get_by_text(name).is_visible()


@pytest.mark.parametrize(("width", "beside"), [(1500, True), (800, True), (360, False)])
def test_what_a_finding_rests_on_stands_beside_it_where_there_is_room(
    open_page, width, beside
):
    page = open_page(to_html(ferry_story()), width=width)
    finding = page.locator(".findings > li:not(:first-child):has(.ground)").first
    claim = finding.locator(".claim").bounding_box()
    ground = finding.locator(".ground").bounding_box()
    assert (ground["x"] >= claim["x"] + claim["width"]) == beside
    assert (ground["y"] >= claim["y"] + claim["height"]) != beside


@pytest.mark.parametrize("width", [360, 1500])
def test_table_shows_what_only_one_report_has_when_it_is_asked_to(open_page, width):
    page = open_page(to_html(ferry_story()), width=width)
    alone, shared = page.locator(".unit.alone"), page.locator(".unit:not(.alone)")
    n_alone, n_shared = alone.count(), shared.count()
    assert n_alone > 0
    assert n_shared > 0
    visible = page.locator(".unit:visible")
    assert visible.count() == n_shared
    page.get_by_label("in one report only").check()
    assert visible.count() == n_alone + n_shared


@pytest.mark.parametrize("width", [360, 1500])
def test_table_follows_the_filters_at_every_width(open_page, width):
    page = open_page(to_html(ferry_story()), width=width)
    visible = page.locator(".unit:visible")
    for kind in ("same", "edited", "own"):
        page.locator(f"#only-{kind}").check(force=True)
        assert visible.count() == page.locator(f".unit.k-{kind}").count() > 0
        page.locator(f"#only-{kind}").uncheck(force=True)


def test_words_read_from_the_right_turn_nothing_of_the_sentence_around_them(open_page):
    made = [Made(name, [("body", [("u", ARABIC)])]) for name in "ab"]
    sentence = f"Only A prints “{ARABIC}” (7 of 9)."
    page = open_page(
        to_html(collation(made, findings=[("quotation-words", sentence, [])]))
    )
    said = page.locator(".findings .said")
    assert said.inner_text() == sentence
    assert said.locator("bdi").inner_text() == f"“{ARABIC}”"
    places = said.evaluate(
        """(p) => {
          const range = document.createRange();
          const end = p.lastChild;
          range.setStart(end, end.length - 1);
          range.setEnd(end, end.length);
          const stop = range.getBoundingClientRect();
          return [stop.left, p.querySelector("bdi").getBoundingClientRect().right];
        }"""
    )
    assert places[0] > places[1]
