"""The words of the kernels are those of `text.tokens`, in every script."""

from __future__ import annotations

import unicodedata

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.reuse.folding import word_codes
from synoptic.reuse.tokens import words_of
from synoptic.text.tokens import tokenize


def kernel_words(text, *, compiled=False):
    words = words_of(pa.array([text], pa.large_string()), compiled=compiled)
    return list(
        zip(words.start.tolist(), words.end.tolist(), words.code.tolist(), strict=True)
    )


def token_words(text):
    tokens = tokenize(text)
    codes = word_codes(tokens.norm).tolist()
    return list(zip(tokens.start.tolist(), tokens.end.tolist(), codes, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The cease-fire's end; an x-ray, a co-operative, twenty-first-century U.S. aid",
        "US, U.S., USA and U.S.A. are one; us is not. U.N. and UN; Ph.D., e.g. this",
        "1,300 is 1300, 1.5 is not; 10am, 3rd, 1,300km and 5% or 5 per cent or percent",
        "Don't, don’t; Putin's, PUTIN’S, the sailors' boat, rock 'n' roll, O’Neill",
        "organised organized colour color Kyiv Kiev travelled traveled",
        "Straße STRASSE strasse ﬁne fine Ⅳ ½ x² Ａｂｃ １２３",
        "état e\u0301tat ETAT Ångström A\u030angström soft\u00adhyphen zero\u200cwidth",
        "Привет, МИР: ёлка елка; Ελλάδα ΕΛΛΑΔΑ; İstanbul",
        "서울에서 만나다 여기서 대한민국",
        "東京タワーは高い。これは日本語です。北京 U.S. 大使館 2024年",
        "ภาษาไทยไม่มีช่องว่าง ๑๒๓ ลาวພາສາ",
        "السَّلامُ عليكم السلام שָׁלוֹם שלום हिन्दी में समाचार",
        "$5 €6 £7 ¥8 ₽9 10‰ _under_score_ a_b semi;colon http://example.org/a-b_c?d=1",
        "",
        " \n\t ",
        "—…“”„‚",
    ],
)
def test_words_and_their_forms_agree(text):
    assert kernel_words(text) == token_words(text)


def _folded(words):
    return [code for _, _, code in words]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Das Straßenfest in Köln", "DAS STRASSENFEST IN KO\u0308LN"),
        ("“It’s a cease-fire,” he said", '"It\'s a ceasefire", he said'),
        ("서울 대한민국", unicodedata.normalize("NFD", "서울 대한민국")),
        ("がぎぐ", unicodedata.normalize("NFD", "がぎぐ")),
        ("カタカナ", "ｶﾀｶﾅ"),
        ("ガス", "ｶﾞｽ"),
    ],
)
def test_prints_of_one_text_have_the_same_words(one, two):
    assert _folded(kernel_words(one)) == _folded(kernel_words(two))


ALPHABET = st.sampled_from(
    [*list("aeisSxUS.,'’-‐ 0159\n%$éßİ東か́\xadกй한_\u200d"), "US", "per cent", "'s"]
)


@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_compiled_and_not_are_one_program(text):
    assert kernel_words(text, compiled=True) == kernel_words(text)


@given(st.text(alphabet="abSU.,'’- 019%é", max_size=40))
def test_words_of_any_text_agree(text):
    assert kernel_words(text) == token_words(text)


@given(st.text(max_size=60))
def test_offsets_are_those_of_the_text(text):
    text = text.encode("utf-8", "replace").decode()
    last = 0
    for start, end, _ in kernel_words(text):
        assert last <= start < end <= len(text)
        last = end
