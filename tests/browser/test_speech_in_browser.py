"""Speakers in the running text, and contents at hand, by pointer and by keyboard."""

from __future__ import annotations

import pytest

import synoptic

pytestmark = pytest.mark.browser

TEXTS = {
    "a.txt": "Ferry stops for good\n\nThe Alma will not sail again, it was said.\n\n"
    '"We never had the money for a new engine," Anna Brandt told reporters.',
    "b.txt": "Last trip of the Alma\n\nThe old ferry has made its last trip.\n\n"
    '"We never had the time for a new engine," Anna Brandt said at the quay.',
}


@pytest.fixture(scope="module")
def html(tmp_path_factory):
    folder = tmp_path_factory.mktemp("speech")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    paths = [str(folder / name) for name in TEXTS]
    return synoptic.compare(paths).to_html()


def test_a_passage_in_focus_shows_who_speaks(open_page, html):
    page = open_page(html)
    who = page.locator(".p .q .who").first
    assert who.bounding_box()["width"] <= 1
    page.evaluate("document.querySelector('.q').closest('.p').focus()")
    assert who.bounding_box()["width"] > 40
    assert "Anna Brandt" in who.inner_text()


def test_words_under_the_pointer_show_who_speaks(open_page, html):
    page = open_page(html)
    page.locator(".p .q").first.hover()
    assert page.locator(".p .q .who").first.bounding_box()["width"] > 40


@pytest.mark.parametrize("width", [1400, 900, 390])
def test_contents_open_by_keyboard_and_stay_in_the_window(open_page, html, width):
    page = open_page(html, width=width)
    page.locator(".toc > summary").focus()
    page.keyboard.press("Enter")
    box = page.locator(".toc ul").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.locator('.toc a[href="#speakers"]').click()
    assert page.url.endswith("#speakers")


def test_a_speaker_opens_by_keyboard(open_page, html):
    page = open_page(html)
    speaker = page.locator(".speaker").first
    before = speaker.evaluate("node => node.open")
    speaker.locator("summary").focus()
    page.keyboard.press("Enter")
    assert speaker.evaluate("node => node.open") is not before
