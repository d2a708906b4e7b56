"""The words of the lexicon: in order, each once, and on one side only."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

OPPOSITES = (
    ("for", "against"),
    ("praise", "criticise"),
    ("good", "bad"),
    ("kept", "broken"),
    ("permits", "forbids"),
    ("yes", "no"),
)
# tables of whole stances, whose keys are kinds of words
STANCES = (
    ("for", "against"),
    ("praise", "criticise"),
    ("for", "criticise"),
    ("praise", "against"),
)


def tables() -> dict[str, dict[str, list[str]]]:
    path = files("synoptic.annotate.english.statements") / "lexicon.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        table: {k: words.split() for k, words in keys.items() if isinstance(words, str)}
        for table, keys in raw.items()
        if table != "lemma"
    }


LISTS = {
    f"{table}.{key}": words
    for table, keys in tables().items()
    for key, words in keys.items()
}


@pytest.mark.parametrize("name", LISTS)
def test_words_of_a_list_are_in_order_and_named_once(name):
    assert LISTS[name] == sorted(set(LISTS[name]))


def opposites():
    for one, other in STANCES:
        for key in tables()[one].keys() & tables()[other].keys():
            yield f"{one}.{key}", f"{other}.{key}"
    for table, keys in tables().items():
        for key in keys:
            parts = key.split("_")
            for one, other in OPPOSITES:
                turned = "_".join(other if p == one else p for p in parts)
                if one in parts and turned in keys:
                    yield f"{table}.{key}", f"{table}.{turned}"


@pytest.mark.parametrize(("one", "other"), sorted(opposites()))
def test_no_word_stands_on_two_sides(one, other):
    assert not set(LISTS[one]) & set(LISTS[other])
