"""Bytes to text, and the language of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read.languages import ENCODINGS, SAMPLES

from synoptic.errors import NotText
from synoptic.text.decode import decode, well_formed
from synoptic.text.language import find_language


@pytest.mark.parametrize("language", sorted(SAMPLES))
def test_the_language_of_a_few_sentences_is_found(language):
    assert find_language(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", "12 345 -- 67", "Okafor Lindqvist", "🚢🚢🚢🚢🚢"])
def test_what_is_too_little_is_no_language(text):
    assert find_language(text) == "und"


@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_encodings_are_found(language, encoding):
    raw = SAMPLES[language].encode(encoding, errors="ignore")
    assert decode(raw, path="a").text == raw.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_is_taken_off_and_nothing_else(encoding):
    text = "\ufeffThe bridge.\r\n\u00e9 e\u0301\r"
    assert decode(text.encode(encoding), path="a").text == text


def test_one_damaged_byte_does_not_lose_the_rest():
    raw = "Où est le pont ? Été, déjà, là.".encode()
    text = decode(raw + b"\xc3", path="a").text
    assert text == raw.decode() + "\ufffd"


def test_a_declared_encoding_is_used_where_utf8_fails():
    raw = SAMPLES["ru"].encode("koi8-r")
    found = decode(raw, path="a", declared="KOI8-R")
    assert (found.text, found.encoding) == (SAMPLES["ru"], "koi8-r")


def test_an_unknown_declared_encoding_is_passed_over():
    assert decode(b"caf\xe9 is open", path="a", declared="nope").text == "café is open"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\x00" * 40, "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x7fELF\x02\x01", "binary"),
    ],
)
def test_what_is_no_text_says_why(raw, code):
    with pytest.raises(NotText) as caught:
        decode(raw, path="a.txt")
    assert caught.value.code == code
    assert str(caught.value).startswith("a.txt: ")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(raw):
    try:
        text = decode(raw, path="a").text
    except NotText:
        return
    text.encode()


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_utf8_text_comes_back_as_it_was(text):
    try:
        found = decode(text.encode(), path="a").text
    except NotText:
        return
    assert found == text.removeprefix("\ufeff") or "\x00" in text


@settings(deadline=None)
@given(st.text(max_size=200))
def test_lone_surrogates_are_replaced_one_for_one(text):
    assert len(well_formed(text)) == len(text)
    well_formed(text).encode()
    assert find_language(text)
