"""Corpora with copies planted in them, and where they are."""

from __future__ import annotations

import hashlib
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from reusebench.prose import Prose

PLANTS = (
    "whole",
    "cut",
    "paragraphs",
    "edited 5%",
    "edited 10%",
    "edited 20%",
    "reordered",
    "sentence",
    "two sources",
)
_SHARE = 0.15  # of the reports, hold a copy
_BATCH = 20_000
_N_OUTLETS = 40
_SENTENCE = re.compile(r"[^.!?]+[.!?]")


@dataclass
class Piece:
    """A stretch of a copy and where it comes from; a text of its own without."""

    text: str
    source: int | None = None
    at: int = 0
    length: int = 0


def make_corpus(
    folder: Path, n_reports: int, *, seed: int = 1, furniture: bool = False
) -> dict[str, object]:
    """Write `corpus.jsonl` and `truth.jsonl`.

    Args:
        folder: Where to.
        n_reports: How many.
        seed: Another seed, another corpus.
        furniture: Whether every report of some outlets carries their standing text.

    Returns:
        Hash, bytes and what the words came from.
    """
    folder.mkdir(parents=True, exist_ok=True)
    prose = Prose(seed)
    chance = random.Random(seed)
    boxes = _boxes(prose) if furniture else []
    digest, n_bytes = hashlib.sha256(), 0
    with (
        (folder / "corpus.jsonl").open("w", encoding="utf-8") as corpus,
        (folder / "truth.jsonl").open("w", encoding="utf-8") as truth,
    ):
        for first in range(0, n_reports, _BATCH):
            n = min(_BATCH, n_reports - first)
            originals = n - int(n * _SHARE)
            articles = prose.articles(originals, (150, 420))
            texts = ["\n\n".join(a) for a in articles]
            hosts = prose.articles(n - originals, (100, 300))
            rows: list[tuple[str, int]] = [(t, -1) for t in texts]
            for host in hosts:
                kind = PLANTS[len(rows) % len(PLANTS)]
                pieces = _planted(kind, chance, articles, texts, host)
                spans, text = _joined(pieces)
                number = first + len(rows)
                for source in sorted({s[0] for s in spans}):
                    own = [s[1:] for s in spans if s[0] == source]
                    record = {
                        "copy": f"r{number:08}",
                        "source": f"r{first + source:08}",
                        "kind": kind,
                        "spans": own,
                    }
                    truth.write(json.dumps(record) + "\n")
                rows.append((text, number))
            for place, (text, _) in enumerate(rows):
                outlet = chance.randrange(_N_OUTLETS)
                if furniture and outlet < len(boxes):
                    text += "\n\n" + "\n\n".join(chance.sample(boxes[outlet], 4))  # noqa: PLW2901
                row = {
                    "id": f"r{first + place:08}",
                    "outlet": f"Outlet {outlet}",
                    "published_at": _day(chance),
                    "text": text,
                }
                line = json.dumps(row, ensure_ascii=False) + "\n"
                corpus.write(line)
                digest.update(line.encode())
                n_bytes += len(text.encode())
    return {
        "reports": n_reports,
        "text_mb": round(n_bytes / 1e6, 1),
        "sha256": digest.hexdigest(),
        "words_from": prose.sources,
    }


def make_reprints(path: Path, n_reports: int, *, seed: int = 1) -> None:
    """Write prints of one story with heads and feet of their own, nothing else."""
    prose = Prose(seed)
    chance = random.Random(seed)
    (story,) = prose.articles(1, (400, 401))
    with path.open("w", encoding="utf-8") as file:
        for number, own in enumerate(prose.articles(n_reports, (12, 60))):
            kept = story[: chance.randint(max(len(story) - 2, 2), len(story))]
            text = "\n\n".join([own[0] if own else "News", *kept, f"Agency {number}"])
            row = {"id": f"p{number:05}", "outlet": f"Outlet {number}", "text": text}
            file.write(json.dumps(row) + "\n")


def _day(chance: random.Random) -> str:
    return f"2031-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _boxes(prose: Prose) -> list[list[str]]:
    boxes = prose.articles(8, (700, 701))
    return [(box * 4)[:12] for box in boxes]


def _planted(
    kind: str,
    chance: random.Random,
    articles: list[list[str]],
    texts: list[str],
    host: list[str],
) -> list[Piece]:
    source = _long_one(chance, articles)
    body = articles[source]
    own = [Piece(p) for p in host]
    if kind == "whole":
        return [*_whole(body, source, texts), Piece("(Agency desk)")]
    if kind == "cut":
        n = chance.randint(max(1, len(body) // 2), len(body))
        return [
            *_whole(body[:n], source, texts),
            Piece("Additional words by the desk."),
        ]
    if kind == "paragraphs":
        low = chance.randrange(len(body))
        taken = _whole(body[low : low + chance.randint(1, 3)], source, texts)
        return _inside(chance, own, taken)
    if kind.startswith("edited"):
        low = chance.randrange(max(1, len(body) - 2))
        taken = _whole(body[low : low + 3], source, texts)
        share = int(kind.split()[1].rstrip("%")) / 100
        return _inside(chance, own, [_edited(chance, p, share, texts) for p in taken])
    if kind == "reordered":
        taken = _whole(body, source, texts)
        chance.shuffle(taken)
        return taken
    if kind == "sentence":
        found = [
            m for m in _SENTENCE.finditer(texts[source]) if 12 <= m[0].count(" ") < 60
        ]
        if not found:
            return own
        match = chance.choice(found)
        words = match.group().strip()
        at = texts[source].index(words)
        taken = [Piece(words, source, at, len(words))]
        return _inside(chance, own, taken)
    other = _long_one(chance, articles)
    taken = _whole(body[:2], source, texts)
    more = _whole(articles[other][-2:], other, texts) if other != source else []
    return _inside(chance, _inside(chance, own, taken), more)


def _long_one(chance: random.Random, articles: list[list[str]]) -> int:
    while True:
        source = chance.randrange(len(articles))
        if len(articles[source]) > 1:
            return source


def _whole(paragraphs: list[str], source: int, texts: list[str]) -> list[Piece]:
    out, at = [], 0
    for paragraph in paragraphs:
        at = texts[source].index(paragraph, at)
        out.append(Piece(paragraph, source, at, len(paragraph)))
        at += len(paragraph)
    return out


def _inside(chance: random.Random, own: list[Piece], taken: list[Piece]) -> list[Piece]:
    place = chance.randint(0, len(own))
    return [*own[:place], *taken, *own[place:]]


def _edited(
    chance: random.Random, piece: Piece, share: float, texts: list[str]
) -> Piece:
    words = piece.text.split(" ")
    for place in range(len(words)):
        if chance.random() < share:
            kind = chance.random()
            other = chance.choice(texts[chance.randrange(len(texts))].split())
            if kind < 0.6:
                words[place] = other
            elif kind < 0.8:
                words[place] = ""
            else:
                words[place] += " " + other
    text = " ".join(w for w in words if w)
    return Piece(text, piece.source, piece.at, piece.length)


def _joined(pieces: list[Piece]) -> tuple[list[tuple[int, int, int, int, int]], str]:
    """The text, and (source, from, to, source from, source to) of what was copied."""
    text, spans = "", []
    for piece in pieces:
        if text:
            text += "\n\n"
        if piece.source is not None:
            spans.append(
                (
                    piece.source,
                    len(text),
                    len(text) + len(piece.text),
                    piece.at,
                    piece.at + piece.length,
                )
            )
        text += piece.text
    return spans, text
