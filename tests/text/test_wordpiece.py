from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.text.wordpiece import piece_ids

SENTENCES = [
    "",
    " \t\n ",
    "The ferry left Port Elmet at 06:40, a minute early.",
    "“It won't hold,” Mayor Ana Quirós said; nobody asked why.",
    "Ålesund's naïve café-owner paid €1,300.50 (about $1,420).",
    "İstanbul, ISTANBUL, Straße, ﬁre, Σίσυφος ΣΊΣΥΦΟΣ",
    "東京の橋 was closed — 한국어 too",
    "e\u0301cole, soft\u00adhyphen, zero\u200bwidth, bell\x07, nul\x00, \ufffd",
    "non\u00a0breaking\u2028line\u3000wide",
    "x" * 101 + " unpronounceablyantidisestablishmentarian 🚢🚢",
    "`tick` ~tilde^ $5 + 3 = 8 | <b>",
    "[CLS is no mark",
]


@cache
def reference():
    tokenizers = pytest.importorskip("tokenizers")
    path = files("synoptic.text") / "data" / "bert-uncased-vocab.txt"
    return tokenizers.BertWordPieceTokenizer(str(path), lowercase=True)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_pieces_are_those_of_the_reference(sentence: str) -> None:
    assert piece_ids(sentence) == reference().encode(sentence).ids[:256]


# "[" starts the reference's own marks; in young scripts the two go by different
# editions of Unicode
CHARACTERS = st.one_of(
    st.characters(
        min_codepoint=first,
        max_codepoint=last,
        exclude_categories=["Cn"],
        exclude_characters="[",
    )
    for first, last in ((0, 0x36F), (0x370, 0x52F), (0x1E00, 0x2BFF), (0x4E00, 0x9FA5))
)


@given(st.text(CHARACTERS))
def test_pieces_are_those_of_the_reference_for_any_text(text: str) -> None:
    assert piece_ids(text, max_pieces=10_000) == reference().encode(text).ids


@given(st.text("abc łé-'.,’ 19"))
def test_pieces_are_those_of_the_reference_for_plain_text(text: str) -> None:
    assert piece_ids(text, max_pieces=10_000) == reference().encode(text).ids


def test_a_long_text_is_cut_and_still_closed() -> None:
    ids = piece_ids("word " * 500, max_pieces=128)
    assert (len(ids), ids[0], ids[-1]) == (128, 101, 102)
