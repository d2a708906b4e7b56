"""Of damaged JSON lines every way of reading keeps what is whole and says the loss."""

from __future__ import annotations

import gzip
import json
import random

import pytest

from synoptic.app import many, verbs
from synoptic.app.corpus import corpus_files, read_texts
from synoptic.app.workspace_add import _read_on
from synoptic.group import StoryStream
from synoptic.model import Rejected
from synoptic.read import ReadOptions, read, row_parts


def at_once(path):
    intake = read([path])
    return [r.text for r in intake.reports], intake.rejected


def in_parts(path):
    items = [*_read_on(path, ReadOptions(), None)]
    lost = [item for item in items if isinstance(item, Rejected)]
    return [item.text for item in items if item not in lost], lost


def as_corpus(path):
    lost = []
    files, _ = corpus_files([path])
    texts = [t for some in read_texts(files, lost.append) for t in some.texts]
    return [str(text) for text in texts], lost


def for_stories(path):
    intake = many.read_into(StoryStream(), [path], processes=2, say=lambda _: None)
    return [r.text for r in intake.reports], intake.rejected


WAYS = [at_once, in_parts, as_corpus, for_stories]


@pytest.fixture
def texts(monkeypatch):
    monkeypatch.setattr(row_parts, "_PART_BYTES", 2000)
    monkeypatch.setattr(many, "LARGE_BYTES", 0)
    pick = random.Random(7)
    return [
        f"Notice {n}. " + " ".join(str(pick.random()) for _ in range(50))
        for n in range(300)
    ]


def lines(texts):
    return "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()


@pytest.mark.parametrize("way", WAYS)
def test_a_cut_file_gives_its_whole_lines(tmp_path, texts, way):
    path = tmp_path / "cut.jsonl.gz"
    packed = gzip.compress(lines(texts))
    path.write_bytes(packed[: len(packed) * 2 // 3])
    found, lost = way(str(path))
    n = len(found)
    assert 100 < n < len(texts)
    assert sorted(found) == sorted(texts[:n])
    (loss,) = lost
    assert (loss.path, loss.code) == (f"{path}:{n + 1}", "truncated")
    assert f"only the {n} lines before that can be read" in loss.reason
    assert "download it again" in loss.reason


@pytest.mark.parametrize("way", WAYS)
def test_what_was_damaged_on_the_way_is_said_too(tmp_path, texts, way):
    path = tmp_path / "damaged.jsonl.gz"
    other = bytearray(gzip.compress(lines(texts[2:4])))
    other[9:20] = b"\xff" * 11
    path.write_bytes(gzip.compress(lines(texts[:2])) + other)
    found, (loss,) = way(str(path))
    assert sorted(found) == sorted(texts[:2])
    assert (loss.path, loss.code) == (f"{path}:3", "truncated")
    assert loss.reason.startswith("Holds damaged gzip data.")


@pytest.mark.parametrize("way", WAYS)
def test_where_no_line_is_whole_the_file_is_refused(tmp_path, texts, way):
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(lines(texts[:1]))[:40])
    found, (loss,) = way(str(path))
    assert not found
    assert (loss.path, loss.code) == (str(path), "truncated")


def test_half_a_report_is_not_taken_for_a_whole_one(tmp_path, texts):
    path = tmp_path / "cut.txt.gz"
    path.write_bytes(gzip.compress("\n".join(texts).encode())[:5000])
    intake = verbs.read(str(path))
    assert intake.reports == ()
    assert [(r.path, r.code) for r in intake.rejected] == [(str(path), "truncated")]
