from __future__ import annotations

import ast
import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from builders import (
    HOSTILE,
    Made,
    collation,
    ferry_story,
    hostile_story,
    many_reports,
)
from made_standing import standing_story

import synoptic
from synoptic.errors import UsageError
from synoptic.model import Descent, DescentEdge
from synoptic.present.html import to_html

BANNED = (
    "true false confirm confirmed independently altered copied stolen omitted "
    "suppressed conflict conflicting plagiarised became changed removed tampered wrong"
).split()
SHOWN_BY = ("present", "collate/findings")


class Page(HTMLParser):
    """Tags, attributes and visible text of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self._inside = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in ("style", "script"):
            self._inside.append(tag)

    def handle_endtag(self, tag):
        if tag in ("style", "script"):
            self._inside.pop()

    def handle_data(self, data):
        if not self._inside:
            self.text.append(data)

    @property
    def words(self):
        shown = [
            value
            for _, attrs in self.tags
            for name, value in attrs.items()
            if name in ("aria-label", "title") and value
        ]
        return " ".join([*self.text, *shown])


def test_a_shared_point_stands_beside_its_passage_in_the_table():
    html = to_html(ferry_story())
    table = html[html.index('<section id="units"') :]
    point = table[table.index('class="point"') :]
    point = point[: point.index("</p>")]
    assert re.search(r'<a class="sg" dir="ltr" href="#(\w\d+)">\1<', point)
    assert "shared words: county" in point


def test_each_sheet_of_paper_says_which_story_it_is_of():
    made = Made("one", [("headline", 'A "quay";}</style>'), ("body", [("u", "Sunk.")])])
    foot = re.search(r'@bottom-left\{content:"([^"]*)"', to_html(collation([made])))[1]
    said = re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), foot)
    assert said == 'A "quay";}</style>'


def test_hostile_text_adds_no_tag_and_no_attribute():
    page = Page(to_html(hostile_story()))
    allowed = {"id", "class", "lang", "dir", "href", "title", "type", "value", "role"}
    allowed |= {"name", "content", "charset", "hidden", "http-equiv", "scope"}
    allowed |= {"viewbox", "preserveaspectratio", "focusable", "x", "y", "width"}
    allowed |= {"height", "checked", "method"}
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert sum(tag == "style" for tag, _ in page.tags) == 2
    for tag, attrs in page.tags:
        assert tag not in ("img", "iframe", "object", "embed", "link", "base")
        for name, value in attrs.items():
            assert name in allowed or name.startswith(("aria-", "data-"))
            if name == "href":
                assert re.fullmatch(r"#[A-Za-z0-9-]+", value)
            if name in ("id", "class") or name.startswith("data-"):
                assert re.fullmatch(r"[A-Za-z0-9 _-]*", value or "")


def test_hostile_text_is_shown_as_it_was_printed():
    shown = Page(to_html(hostile_story())).words
    for text in HOSTILE[:9]:
        assert text in shown
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", shown)
    assert "‹U+202E›" in shown


def test_page_asks_for_nothing_and_lets_only_its_own_script_run():
    html = to_html(ferry_story())
    page = Page(html)
    policy = next(a["content"] for t, a in page.tags if "http-equiv" in a)
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    inlined = re.findall(
        r"<(?:style|script)[^>]*>(.*?)</(?:style|script)>", html, re.DOTALL
    )
    for text in inlined:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert len(inlined) == 3
    assert not re.search(r"(?:https?:)?//[a-z]|@import|url\(", html.split("<body>")[1])
    assert not any("style" in a or a.keys() & {"src"} for _, a in page.tags)


def test_page_says_how_many_full_texts_it_holds():
    assert "This page holds the full text of 3 reports." in to_html(ferry_story())


def test_links_lead_to_places_on_the_page():
    page = Page(to_html(ferry_story()))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {attrs["href"][1:] for _, attrs in page.tags if "href" in attrs}
    assert targets <= set(ids)


def test_words_of_a_passage_are_whole_on_the_page():
    text = re.sub(r"\s+", " ", "".join(Page(to_html(ferry_story())).text))
    for report in ferry_story().reports:
        for block in report.blocks:
            if block.kind != "body":
                assert report.quote(block.span) in text


def test_excerpts_hold_only_words_around_the_evidence():
    story = ferry_story()
    html = to_html(story, excerpts=3)
    text = " ".join(Page(html).text)
    assert "excerpts only" in text
    assert "will stop sailing on" not in re.sub(r"\s+", " ", text)
    assert "sailing on" in text
    for gone in ("Inspectors", "Three fishing boats", "trawlers", "baker", "hostel"):
        assert gone not in html, gone
    assert "Nobody on Osk will be left without milk or medicine" in text


def test_excerpts_keep_kinds_shares_and_lengths_of_the_whole_texts():
    whole, cut = (Page(to_html(ferry_story(), excerpts=n)) for n in (None, 0))
    labels = [
        {a["id"]: a["class"] for _, a in p.tags if a.get("role") == "group"}
        for p in (whole, cut)
    ]
    assert "p k-edited" in labels[1].values()
    shares = [
        [line for line in "".join(p.text).splitlines() if "%" in line]
        for p in (whole, cut)
    ]
    assert shares[0] == shares[1]
    assert "97 words" in "".join(cut.text)


def test_base_goes_first():
    html = to_html(ferry_story(), base="The Harbour Post")
    assert 'data-base="B"' in html
    heads = re.findall(r'class="cell head r-([A-Z])"', html)
    assert heads == ["B", "A", "C"]
    with pytest.raises(UsageError):
        to_html(ferry_story(), base="nobody")


def test_same_collation_gives_the_same_page():
    assert to_html(ferry_story()) == to_html(ferry_story())


def test_a_page_of_fifty_reports_stays_small():
    assert len(to_html(many_reports(50)).encode()) < 5_000_000


def test_a_report_without_body_and_a_single_report_can_be_drawn():
    only = Made("a", [("headline", "Only a headline")])
    assert "Only a headline" in to_html(collation([only]))
    assert "1 report" in to_html(collation([only]))


@pytest.mark.parametrize("story", [ferry_story, standing_story])
def test_wording_of_the_page_accuses_nobody(story):
    shown = Page(to_html(story())).words.casefold()
    for word in BANNED:
        assert not re.search(rf"\b{word}\b", shown), word


def test_wording_of_the_script_accuses_nobody():
    script = (Path(synoptic.__file__).parent / "present/html/page.js").read_text(
        "utf-8"
    )
    spoken = " ".join(re.findall(r"say\(.*", script)).casefold()
    assert spoken
    for word in BANNED:
        assert not re.search(rf"\b{word}\b", spoken), word


@pytest.mark.parametrize("room", SHOWN_BY)
def test_wording_in_the_code_accuses_nobody(room):
    folder = Path(synoptic.__file__).parent / room
    strings = []
    for path in sorted(folder.rglob("*.py")):
        if path.name == "json.py" or "schema" in path.parts:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {
            node.body[0].value
            for node in ast.walk(tree)
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        strings += [
            (path.name, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node not in docstrings
            and " " in node.value.strip()
        ]
    assert strings
    for name, text in strings:
        for word in BANNED:
            assert not re.search(rf"\b{word}\b", text.casefold()), (name, text)


def test_parts_that_were_measured_are_shown_and_others_are_not():
    story = ferry_story()
    assert "Beside the passages" not in to_html(story)
    measured = dataclasses.replace(
        story,
        comparisons=(),
        descent=Descent(
            edges=(
                DescentEdge(
                    parent="wire",
                    child="post",
                    extent="partly",
                    share=0.58,
                    p=0.9,
                    bits=4.0,
                    parts={},
                ),
            )
        ),
    )
    page = Page(to_html(measured))
    shown = page.words
    assert "Copy tree: who draws on whom among these reports" in shown
    assert not any("style" in attrs for _, attrs in page.tags)
    assert "B draws partly on A (probability 90 %): 58 % of B stands in A." in shown
    assert "Figures and dates in several reports" in shown
    assert "Quotations that are printed differently" not in shown
    assert "B draws partly on A" in Page(to_html(measured, excerpts=2)).words


def test_long_evidence_is_folded_and_same_words_are_shown_once():
    texts = [f"Sentence number {i} rang." for i in range(9)]
    made = [
        Made(n, [("body", [(f"u{i}", t) for i, t in enumerate(texts)])]) for n in "ab"
    ]
    quotes = [(name, text) for text in texts for name in "ab"]
    html = to_html(collation(made, findings=[("x", "All nine.", quotes)]))
    assert "<summary>6 more places</summary>" in html
    findings = html[html.index('id="findings"') : html.index('id="reports"')]
    assert findings.count("Sentence number 3 rang.") == 1
    assert findings.count("evidence in B") == 9
