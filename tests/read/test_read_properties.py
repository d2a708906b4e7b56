"""What must hold for all inputs."""

import io
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read.test_malformed import check_report

from synoptic.errors import InputError
from synoptic.model import Rejected
from synoptic.read import ReadOptions
from synoptic.read.assemble import assemble
from synoptic.read.blocks import cut_blocks
from synoptic.read.draft import Draft, Raw
from synoptic.read.forms import choose_reader, readers

_PIECES = st.sampled_from(
    [
        "The old harbour bridge was closed on Sunday after a barge struck it.",
        "PORT ELLERY, March 3 (Reuters) - ",
        "By Mara Lindqvist",
        "Mara Lindqvist",
        "March 3, 2024 6:15 pm",
        "Updated:",
        "NEW SPAN",
        "‘WELCOME’",
        "(AP Photo/Ann Lee)",
        "Ann Lee/AFP via Getty Images",
        "[Source: Reuters]",
        "Related stories",
        "Advertisement",
        "“We lost it.”",
        "\u202e\u200f\ufeff",
        "\x00\x1c\x85",
        "🚢",
        "# ",
        "> ",
        "<p>",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
    ]
)
_PAGES = st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=40).map("".join)


@settings(deadline=None)
@given(_PAGES, st.sampled_from(["page", "article", "markdown", "lines"]))
def test_blocks_cover_all_but_blank_space(text, layout):
    end = 0
    for block in cut_blocks(text, layout=layout):
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip()
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        end = block.end
    assert not text[end:].strip()


@settings(deadline=None)
@given(_PAGES)
def test_cutting_is_the_same_every_time(text):
    assert cut_blocks(text) == cut_blocks(text)


@settings(deadline=None)
@given(st.lists(st.text(alphabet="abc .”", min_size=3), min_size=1, max_size=8))
def test_sentences_of_a_row_are_never_headings(sentences):
    found = cut_blocks("\n".join(sentences), layout="lines")
    assert not {b.kind for b in found} & {"headline", "subheadline", "crosshead"}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(
        "feed html json jsonl mail markdown newsml opml text warc".split(),
    ),
    st.one_of(
        st.binary(max_size=400), _PAGES.map(lambda t: t.encode(errors="replace"))
    ),
)
def test_each_reader_gives_reports_or_says_why_not(form, data):
    raw = Raw(path="a", key="a", data=data, stream=io.BytesIO(data))
    try:
        found = list(readers()[form].read(raw, ReadOptions()))
        reports = [
            assemble(item, raw, ReadOptions())
            for item in found
            if isinstance(item, Draft)
        ]
    except InputError:
        return
    for report in reports:
        check_report(report)


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["", ".txt", ".html", ".x", ".pdf"]))
def test_some_reader_is_chosen_for_anything(head, suffix):
    assert choose_reader(head, suffix, None) in readers().values()


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
_FIELDS = st.sampled_from(
    ["id", "text", "sentences", "headline", "byline", "published_at", "url", "outlet"]
)


@settings(deadline=None)
@given(st.lists(st.dictionaries(_FIELDS, _JSON, max_size=5), min_size=1, max_size=4))
def test_every_row_is_a_report_or_a_reject(rows):
    data = "\n".join(map(json.dumps, rows)).encode()
    raw = Raw(path="a", key="a", data=data)
    found = list(readers()["jsonl"].read(raw, ReadOptions()))
    assert len(found) == len(rows)
    for item in found:
        if not isinstance(item, Rejected):
            check_report(assemble(item, raw, ReadOptions()))
