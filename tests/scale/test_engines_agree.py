"""One algorithm, two engines: the same rows, whatever the batches and partitions."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter

import pyarrow as pa
import pytest
from reuse_corpora import as_jsonl, planted, sentence, text

from synoptic.engine import LocalEngine
from synoptic.reuse import REPORTS, ROWS, Corpus, find_reuse, settings_for
from synoptic.reuse.corpus import day_of, in_order

SPARK = pytest.param("spark", marks=pytest.mark.spark)


@pytest.fixture(scope="session")
def spark():
    pytest.importorskip("pyspark", reason="the extra spark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("there is no Java on this machine")
    from synoptic.scale import open_spark

    with open_spark(
        "local[2]",
        spark_ui_enabled="false",
        spark_sql_shuffle_partitions="2",
    ) as engine:
        yield engine


@pytest.fixture(params=["local", SPARK])
def engine(request):
    if request.param == "local":
        return LocalEngine(threads=1)
    return request.getfixturevalue("spark")


@pytest.fixture(scope="session")
def rows():
    """Plain copies, a crowd of reprints, furniture, and words of other scripts."""
    made, _ = planted(90)
    chance = random.Random(8)
    story = [sentence(chance) for _ in range(6)]
    box = sentence(chance, 40)
    for number in range(30):
        lines = [sentence(chance), *story[: chance.randint(4, 6)], sentence(chance)]
        made.append(_row(f"w{number:03}", f"Daily {number}", number, lines))
    for number in range(14):
        made.append(_row(f"f{number:03}", "Boxed", number, [text(chance, 5), box]))
    line = "雨が降り続き川の水位が上がったため市は住民に避難を呼びかけました"
    made.append(_row("j1", "Asa", 3, [line, sentence(chance)]))
    made.append(_row("j2", "Hiru", 4, [sentence(chance), line]))
    made.append(_row("n1", "", 0, [""]))
    return made


def _row(name, outlet, day, lines):
    date = f"2031-03-{day % 28 + 1:02}" if day else ""
    return {
        "id": name,
        "outlet": outlet,
        "published_at": date,
        "text": "\n".join(lines),
    }


def corpus_in(engine, rows, *, batch_rows=1000):
    given = sorted(rows, key=lambda row: row["id"])
    table = pa.table(
        [
            pa.array(range(len(given)), pa.int32()),
            pa.array([r["id"] for r in given], pa.large_string()),
            pa.array([r["outlet"] for r in given], pa.large_string()),
            pa.array([day_of(r["published_at"]) for r in given], pa.int32()),
            pa.array([r["text"] for r in given], pa.large_string()),
        ],
        schema=REPORTS,
    )
    batches = table.to_batches(max_chunksize=batch_rows)
    return Corpus(
        reports=engine.table(batches, REPORTS, step="reports"),
        n_reports=len(given),
        n_bytes=1 << 20,  # compiled, though few
        outlets=Counter(r["outlet"] for r in given),
    )


def reuse_of(engine, rows, *, batch_rows=1000, **own):
    corpus = corpus_in(engine, rows, batch_rows=batch_rows)
    settings = settings_for(len(rows), **own)
    found = find_reuse(corpus, engine=engine, settings=settings)
    return in_order(pa.Table.from_batches(list(engine.rows(found)), ROWS))


OWN = [
    {},
    {"show_furniture": True},
    {"crowd": 8, "few": 4},
    {"run_words": 5, "window": 4, "least_run": 8, "least_words": 10},
]


@pytest.fixture(scope="session")
def golden(rows):
    return [reuse_of(LocalEngine(threads=1), rows, **own) for own in OWN]


@pytest.mark.parametrize("number", range(len(OWN)))
def test_rows_are_equal_on_every_engine(engine, rows, golden, number):
    assert golden[number].num_rows > 100
    assert reuse_of(engine, rows, **OWN[number]).equals(golden[number])


@pytest.mark.parametrize("batch_rows", [1, 7, 50])
@pytest.mark.parametrize("n_partitions", [1, 3, 16])
def test_rows_are_equal_however_they_are_cut(rows, golden, batch_rows, n_partitions):
    class Cut(LocalEngine):
        def _n_partitions(self, tables):
            return n_partitions

    chance = random.Random(batch_rows)
    shuffled = chance.sample(rows, len(rows))
    assert reuse_of(Cut(), shuffled, batch_rows=batch_rows).equals(golden[0])


def test_rows_are_equal_from_files(rows, golden, tmp_path):
    engine = LocalEngine(work=tmp_path, memory=1 << 20)
    assert reuse_of(engine, rows, batch_rows=9).equals(golden[0])


@pytest.mark.spark
@pytest.mark.parametrize("n_partitions", [1, 5])
def test_rows_are_equal_however_spark_cuts_them(spark, rows, golden, n_partitions):
    from synoptic.scale import SparkEngine

    engine = SparkEngine(spark.session, n_partitions=n_partitions)
    assert reuse_of(engine, rows, batch_rows=20).equals(golden[0])


def test_more_reports_change_nothing_between_two(rows):
    """The parameters being the same, a pair's passages hang on the two alone."""
    two = [row for row in rows if row["id"] in {"j1", "j2"}]
    alone = reuse_of(LocalEngine(), two)
    among = reuse_of(LocalEngine(), rows)
    of_two = [r for r in among.to_pylist() if (r["a"], r["b"]) == ("j1", "j2")]
    public = ("a", "b", "a_start", "a_end", "b_start", "b_end", "score")
    assert [[r[c] for c in public] for r in alone.to_pylist()] == [
        [r[c] for c in public] for r in of_two
    ]
    assert of_two


@pytest.mark.spark
@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_spark_reads_its_own_storage(spark, rows, golden, tmp_path, form):
    from pyarrow import parquet

    where = tmp_path / f"corpus.{form}"
    if form == "parquet":
        parquet.write_table(pa.Table.from_pylist(rows), where)
    else:
        where.write_text(as_jsonl(rows), encoding="utf-8")
    corpus = spark.scan([where.as_uri()])
    settings = settings_for(len(rows))
    found = find_reuse(corpus, engine=spark, settings=settings)
    got = in_order(pa.Table.from_batches(list(spark.rows(found)), ROWS))
    public = ROWS.names[:9]
    assert got.select(public).equals(golden[0].select(public))
    assert corpus.n_reports == len(rows) - 1  # one text is empty
    assert spark.scan([str(where)]) is None
