"""Made-up reports of one made-up story, as many and as long as wanted.

Everything follows from the seed. The sentences make no sense, but their words do what
words of news do for a comparison: a few of the story's own come again and again, most
come once, and function words stand between them. An agency's wording goes through
most reports, cut, edited in a word or two and moved; the rest is worded anew or
stands in one report only.
"""

from __future__ import annotations

import hashlib
import random
from importlib.resources import files
from pathlib import Path

_FUNCTION = (
    "the of and a to in for on with that by at from as it was were has had been which "
    "after before while would could not said his her their this"
).split()
_NAMES = "Elmet Sandholm Varrow Ness Quiros Reyes Duarte Lind Berg Adair".split()
_N_TOPICAL = 50  # words of the story's own
_TOPICAL_PART, _NAME_PART, _NUMBER_PART = 0.25, 0.12, 0.05
_FUNCTION_PART = 0.45


def make_story(folder: Path, *, n_reports: int, n_words: int, seed: int = 1) -> str:
    """Write reports as text files.

    Args:
        folder: Where to; made when it is not there.
        n_reports: How many.
        n_words: Length of each body, to within a sentence.
        seed: Another seed, another story.

    Returns:
        A hash of all texts.
    """
    chance = random.Random(f"{seed}-{n_words}")
    words = _vocabulary()
    topical = chance.sample(words, _N_TOPICAL)
    n_facts = max(n_words // 12, 20)
    facts = [_sentence(chance, words, topical) for _ in range(n_facts)]
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    for number in range(n_reports):
        own = random.Random(f"{seed}-{number}")
        text = _report(own, facts, number, n_words, (words, topical))
        (folder / f"report-{number:03}.txt").write_text(text, encoding="utf-8")
        digest.update(text.encode())
    return digest.hexdigest()


def _vocabulary() -> list[str]:
    path = files("synoptic.text") / "data" / "bert-uncased-vocab.txt"
    pieces = path.read_text(encoding="utf-8").split("\n")
    return [p for p in pieces[2600:22000] if p.isascii() and p.isalpha() and len(p) > 3]


def _sentence(chance: random.Random, words: list[str], topical: list[str]) -> list[str]:
    out: list[str] = []
    for _ in range(chance.randint(12, 28)):
        kind = chance.random()
        if kind < _FUNCTION_PART:
            out.append(chance.choice(_FUNCTION))
        elif kind < _FUNCTION_PART + _NAME_PART:
            out.append(chance.choice(_NAMES))
        elif kind < _FUNCTION_PART + _NAME_PART + _NUMBER_PART:
            out.append(str(chance.randint(3, 900)))
        elif chance.random() < _TOPICAL_PART:
            out.append(chance.choice(topical))
        else:
            out.append(chance.choice(words))
    return out


def _report(
    chance: random.Random,
    facts: list[list[str]],
    number: int,
    n_words: int,
    stock: tuple[list[str], list[str]],
) -> str:
    order = list(range(len(facts)))
    if chance.random() < 0.5:  # moved: the later half first
        order = order[len(order) // 2 :] + order[: len(order) // 2]
    sentences: list[list[str]] = []
    for place in order:
        kind = chance.random()
        if kind < 0.45:
            sentences.append(facts[place])
        elif kind < 0.6:
            sentences.append(_edited(chance, facts[place]))
        elif kind < 0.7:
            sentences.append(_worded_anew(chance, facts[place], stock[0]))
        elif kind < 0.8:
            sentences.append(_sentence(chance, *stock))
        if sum(map(len, sentences)) >= n_words:
            break
    while sum(map(len, sentences)) < n_words:
        sentences.append(_sentence(chance, *stock))
    printed = [" ".join([s[0].capitalize(), *s[1:]]) + "." for s in sentences]
    paragraphs = [" ".join(printed[i : i + 2]) for i in range(0, len(printed), 2)]
    head = f"Harbour works in trouble, report {number}"
    return f"{head}\n\nMarch 3, 2025\n\n" + "\n\n".join(paragraphs) + "\n"


def _edited(chance: random.Random, sentence: list[str]) -> list[str]:
    place = chance.randrange(1, len(sentence) - 1)
    return [*sentence[:place], "reportedly", *sentence[place + 1 :]]


def _worded_anew(
    chance: random.Random, sentence: list[str], words: list[str]
) -> list[str]:
    """Two thirds of the words that tell something, in another order."""
    told = [w for w in sentence if w not in _FUNCTION]
    kept = [w if chance.random() < 0.66 else chance.choice(words) for w in told]
    half = len(kept) // 2
    out: list[str] = []
    for word in [*kept[half:], *kept[:half]]:
        out += [chance.choice(_FUNCTION), word]
    return out
