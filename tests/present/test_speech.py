"""Who said what on the page: marks in the running text, and speakers as headings."""

from __future__ import annotations

import re

import pytest

import synoptic
from synoptic.present.view import view

TEXTS = {
    "a.txt": "Ferry stops for good\n\nThe ferry Alma will not sail again, it was "
    'said on Monday.\n\n"We never had the money for a new engine," Anna Brandt told '
    "reporters at the quay.\n\nNobody was hurt.",
    "b.txt": "Last trip of the Alma\n\nThe old ferry has made its last trip.\n\n"
    '"We never had the time for a new engine," Anna Brandt said at the quay.\n\n'
    "The quay stays open to fishing boats.",
}


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("speech")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return synoptic.compare([str(folder / name) for name in TEXTS])


def test_direct_words_in_the_text_know_their_speaker(compared):
    shown = view(compared.collation)
    said = [
        (piece.said.who, piece.text)
        for report in shown.reports
        for passage in report.passages
        for piece in passage.pieces
        if piece.said is not None
    ]
    assert {who for who, _ in said} == {"Anna Brandt"}
    assert "".join(words for _, words in said).count("We never had the") == 2


def test_pieces_still_join_to_the_passage(compared):
    for report in view(compared.collation).reports:
        for passage in report.passages:
            assert "".join(piece.text for piece in passage.pieces) == passage.text


def test_an_utterance_stands_once_with_each_print(compared):
    speakers = view(compared.collation).speakers
    (brandt,) = [s for s in speakers if s.name == "Anna Brandt"]
    (utterance,) = [u for u in brandt.utterances if len(u.prints) == 2]
    assert [p.siglum for p in utterance.prints] == ["A", "B"]
    marked = [piece.text for p in utterance.prints for piece in p.pieces if piece.mark]
    assert sorted(marked) == ["money", "time"]
    assert utterance.differs


def test_the_page_says_who_speaks_and_where_to_find_it(compared):
    page = compared.to_html()
    assert '<section id="speakers"' in page
    assert page.count('title="Anna Brandt"') >= 2
    for anchor in re.findall(r'class="sg" href="#([A-Z]+\d+)"', page):
        assert f'id="{anchor}"' in page


def test_contents_lead_to_every_part(compared):
    page = compared.to_html()
    contents = page[page.index('<details class="toc"') :]
    contents = contents[: contents.index("</details>")]
    for anchor in re.findall(r'href="#([\w-]+)"', contents):
        assert f'id="{anchor}"' in page, anchor


def test_a_page_of_excerpts_names_no_speakers(compared):
    page = compared.to_html(excerpts=5)
    assert 'id="speakers"' not in page
    assert 'class="q"' not in page


def test_prints_in_the_same_words_stand_on_one_line(tmp_path):
    quay = 'The quay was shut on Monday. "We found {} bolts in the mud," {}.'
    said = "said Anna Brandt, who runs the harbour"
    texts = {
        "a.txt": quay.format("nine", said),
        "b.txt": quay.format("ten", said),
        "c.txt": quay.format("nine", said).replace("Monday", "Friday"),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = synoptic.compare([str(tmp_path / name) for name in texts]).to_html()
    prints = page[page.index('<section id="speakers"') :].split("</section>")[0]
    lines = [
        re.findall(r'aria-label="direct, in ([A-C])"', x) for x in prints.split("<li")
    ]
    assert sorted(len(line) for line in lines if line) == [1, 2]
    assert prints.count("Different words") == 1
