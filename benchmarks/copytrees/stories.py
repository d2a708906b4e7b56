"""What trees grow from: one event, told by several writers in words of their own."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STORIES = Path(__file__).with_name("stories")


@dataclass(frozen=True)
class Story:
    """One event.

    Attributes:
        tellings: One a writer: paragraphs in order. Writers share facts, names and
            quoted words, and no sentence of narration.
        leads: Other first paragraphs, as a desk would write them over any telling.
        aliases: Weekday and date of the event, for rules that trade one for the other.
    """

    name: str
    topic: str
    place: str
    day: str
    date: str
    headlines: tuple[str, ...]
    leads: tuple[str, ...]
    tellings: tuple[tuple[str, ...], ...]


def load_stories(folder: Path = STORIES) -> list[Story]:
    """Our own stories, by name."""
    return [_parse(path) for path in sorted(folder.glob("*.txt"))]


def _parse(path: Path) -> Story:
    fields: dict[str, list[str]] = defaultdict(list)
    tellings: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(": ")
        if re.fullmatch(r"[A-C]", key):
            tellings[key].append(value)
        elif value:
            fields[key].append(value)
    return Story(
        name=path.stem,
        topic=fields["topic"][0],
        place=fields["place"][0],
        day=fields["day"][0],
        date=fields["date"][0],
        headlines=tuple(fields["H"]),
        leads=tuple(fields["L"]),
        tellings=tuple(tuple(tellings[k]) for k in sorted(tellings)),
    )


def stories_from_jsonl(rows: Iterator[str], *, max_words: int = 600) -> list[Story]:
    """Stories out of somebody else's reports: rows with story, outlet, sentences.

    Each row is one telling; rows that share eight words in a row outside quotation
    marks are no independent tellings, and the later one is left out.
    """
    groups: dict[str, list[dict[str, object]]] = defaultdict(list)
    for line in rows:
        row = json.loads(line)
        groups[str(row["story"])].append(row)
    found = []
    for name in sorted(groups):
        kept: list[tuple[str, ...]] = []
        seen: set[tuple[str, ...]] = set()
        heads: list[str] = []
        for row in groups[name]:
            paragraphs = _paragraphs(row, max_words)
            runs = _runs(" \n ".join(paragraphs))
            if len(paragraphs) < 5 or len(runs & seen) > 2:
                continue
            seen |= runs
            kept.append(paragraphs)
            heads.append(str(row.get("headline") or name))
        if kept:
            day = str(groups[name][0].get("published_on") or "2021-03-04")[:10]
            found.append(Story(name, name, "", "", day, tuple(heads), (), tuple(kept)))
    return found


def _paragraphs(row: dict[str, object], max_words: int) -> tuple[str, ...]:
    out: list[str] = []
    n_words = 0
    sentences = row["sentences"]
    assert isinstance(sentences, list)
    for number, sentence in enumerate(sentences):
        text = " ".join(str(sentence).split())
        if not text:
            continue
        n_words += len(text.split())
        if n_words > max_words:
            break
        if out and number % 2 and out[-1].count('"') % 2 == 0:
            out[-1] += " " + text
        else:
            out.append(text)
    return tuple(out)


def _runs(text: str, n: int = 8) -> set[tuple[str, ...]]:
    bare = re.sub(r'["“][^"“”]*["”]', " | ", text)
    words = re.findall(r"[\w']+|\|", bare.lower())
    grams = zip(*(words[i:] for i in range(n)), strict=False)
    return {g for g in grams if "|" not in g}
