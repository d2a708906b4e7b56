"""Whatever the texts hold, the page can be drawn and stays a page."""

from __future__ import annotations

from html.parser import HTMLParser

from builders import Made, collation
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.present.html import to_html
from synoptic.present.view import view

ODD = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("<>&\"'`{}%\u202e\u2066\x00\x1b\u2028\ufeff😀é "),
    ),
    min_size=1,
    max_size=40,
).filter(str.strip)
KINDS = st.sampled_from(["headline", "caption", "crosshead", "boilerplate"])


@st.composite
def stories(draw):
    shared = draw(st.lists(ODD, min_size=1, max_size=3))
    made = []
    for i in range(draw(st.integers(1, 4))):
        blocks = [(draw(KINDS), draw(ODD))]
        body = [
            (f"u{k}", draw(st.one_of(st.just(s), ODD))) for k, s in enumerate(shared)
        ]
        body.append((f"own{i}", draw(ODD)))
        blocks.extend(("body", [pair]) for pair in draw(st.permutations(body)))
        made.append(Made(f"r{i}", blocks, outlet=draw(st.none() | ODD)))
    findings = [("x", draw(ODD), [("r0", shared_text(made[0]))])]
    return collation(made, findings=findings)


def shared_text(made):
    return next(content[0][1] for kind, content in made.blocks if kind == "body")


class Balance(HTMLParser):
    VOID = ("meta", "br", "input")

    def __init__(self, html):
        super().__init__()
        self.open = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@settings(deadline=None)
@given(stories(), st.none() | st.integers(0, 5))
def test_page_of_any_text_is_well_formed(story, excerpts):
    html = to_html(story, excerpts=excerpts)
    assert Balance(html).open == []


@settings(deadline=None)
@given(stories())
def test_passages_hold_each_word_of_the_bodies_once(story):
    for report, shown in zip(story.reports, view(story).reports, strict=True):
        body = "".join(report.quote(s) for s in report.spans_of("body"))
        passages = "".join(p.text for p in shown.passages)
        assert "".join(passages.split()) == "".join(body.split())
        for passage in shown.passages:
            assert "".join(p.text for p in passage.pieces) == passage.text
        assert sum(s.percent for s in shown.shares) in (0, 100)
