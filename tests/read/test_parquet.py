"""Tables of reports."""

import io
import random
from datetime import UTC, datetime

import pytest
from read.forms import LEAD, MORE
from read.hang import no_hang

from synoptic.read import read

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def parquet(rows, **options):
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), file, **options)
    return file.getvalue()


def taken_in(folder, data):
    path = folder / "a.parquet"
    path.write_bytes(data)
    with no_hang():
        return read([str(path)])


ROWS = [
    {
        "id": f"r{number}",
        "text": f"{LEAD} {number}",
        "outlet": "The Ellery Post",
        "published_at": datetime(2024, 3, 3, 18, 15, tzinfo=UTC),
        "n": number,
    }
    for number in range(600)
]


def test_each_row_is_a_report(tmp_path):
    intake = taken_in(tmp_path, parquet(ROWS, row_group_size=100))
    assert [r.id for r in intake.reports] == [row["id"] for row in ROWS]
    report = intake.reports[7]
    assert report.text == ROWS[7]["text"]
    assert report.outlet == "The Ellery Post"
    assert report.published_at == "2024-03-03T18:15:00+00:00"
    assert report.path.endswith("a.parquet:8")


def test_sentences_may_stand_for_the_text(tmp_path):
    (report,) = taken_in(tmp_path, parquet([{"sentences": [LEAD, MORE]}])).reports
    assert report.text == f"{LEAD}\n{MORE}"


def test_a_row_without_text_is_a_reject_by_itself(tmp_path):
    intake = taken_in(tmp_path, parquet([{"text": LEAD}, {"text": None}, {"text": ""}]))
    assert len(intake.reports) == 1
    assert [(r.path[-2:], r.code) for r in intake.rejected] == [
        (":2", "bad-row"),
        (":3", "empty"),
    ]


@pytest.mark.parametrize(
    "data", [b"PAR1", b"PAR1" * 9, b"words", parquet(ROWS)[:-9], parquet(ROWS)[9:]]
)
def test_what_is_no_parquet_is_a_reject(tmp_path, data):
    intake = taken_in(tmp_path, data)
    assert len(intake.rejected) == 1
    assert intake.rejected[0].code in {"truncated", "binary"}


def test_a_table_without_rows_is_a_reject(tmp_path):
    file = io.BytesIO()
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), file)
    intake = taken_in(tmp_path, file.getvalue())
    assert [r.code for r in intake.rejected] == ["empty"]


def test_broken_copies_are_reports_or_rejects(tmp_path):
    good, rng = parquet(ROWS[:40]), random.Random(9)
    for _ in range(80):
        data = bytearray(good)
        for _ in range(rng.randint(1, 6)):
            at = rng.randrange(len(data))
            data[at : at + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 3))
        intake = taken_in(tmp_path, bytes(data))
        assert intake.reports or intake.rejected
        assert "failed" not in {r.code for r in intake.rejected}
