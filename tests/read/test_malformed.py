"""Nothing that is fed to the readers may crash, hang or get lost."""

from pathlib import Path

import pytest
from read.hang import no_hang
from read.malformed import FORMS, broken, fixed

from synoptic.read import ReadOptions, read


def check(path):
    """Read one file: it is a report or a reject, and each block lies as it should."""
    with no_hang():
        intake = read([str(path)])
    assert intake.reports or intake.rejected or intake.skipped
    for reject in intake.rejected:
        assert reject.path.startswith(str(path))
        assert reject.code != "failed", reject
        assert reject.code
        assert reject.reason.endswith((".", "?"))
        assert not reject.reason[0].islower()
    for report in intake.reports:
        check_report(report)
    return intake


def check_report(report):
    report.text.encode()
    (report.path + report.id + str(report.headline) + str(report.byline)).encode()
    end = 0
    for block in report.blocks:
        assert end <= block.start < block.end <= len(report.text)
        assert not report.text[end : block.start].strip()
        end = block.end
    assert not report.text[end:].strip()


@pytest.mark.parametrize(("name", "data"), list(fixed()), ids=lambda v: str(v)[:30])
def test_each_malformed_input_is_a_report_or_a_reject(name, data, tmp_path):
    path = tmp_path / name
    path.write_bytes(data)
    check(path)


def test_a_table_is_refused_and_what_to_write_instead_is_said(tmp_path):
    path = tmp_path / "boats.csv"
    path.write_text('id,text\n1,"Boats stay"\n', encoding="utf-8")
    (reject,) = check(path).rejected
    assert reject.code == "table"
    assert "line of JSON" in reject.reason


def test_broken_copies_of_good_inputs(tmp_path):
    _check_all(broken(150), tmp_path)


@pytest.mark.parametrize("form", FORMS)
def test_broken_copies_of_each_form(form, tmp_path):
    _check_all(broken(25, seed=3, forms=[form]), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_many_broken_copies_of_each_form(form, tmp_path):
    _check_all(broken(400, seed=5, forms=[form]), tmp_path)


@pytest.mark.slow
def test_a_thousand_broken_copies_of_good_inputs(tmp_path):
    _check_all(broken(1000, seed=7), tmp_path)


def _check_all(cases, folder):
    n_cases = 0
    for name, data in cases:
        path = folder / name
        path.write_bytes(data)
        check(path)
        n_cases += 1
    with no_hang(cpu_seconds=60):
        intake = read([str(folder)])
    n_found = len(intake.reports) + len(intake.rejected) + len(intake.skipped)
    assert n_found >= n_cases


def test_fifty_megabytes_of_one_line_are_refused_at_once(tmp_path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"barge " * 8_400_000)
    intake = check(path)
    assert [r.code for r in intake.rejected] == ["too-large"]


@pytest.mark.slow
def test_fifty_megabytes_of_one_line_are_read_when_asked_for(tmp_path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"barge " * 8_400_000)
    options = ReadOptions(max_bytes=1 << 28, max_chars=1 << 28)
    with no_hang():
        (report,) = read([str(path)], options=options).reports
    check_report(report)


def test_good_inputs_beside_malformed_ones_are_read(tmp_path):
    (tmp_path / "a.txt").write_text("The bridge was closed on Sunday.", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt.gz").write_bytes(b"\x1f\x8b\x08")
    (tmp_path / "d.txt").write_text("It was opened again on Monday.", "utf-8")
    intake = read([str(tmp_path)])
    assert [Path(r.path).name for r in intake.reports] == ["a.txt", "d.txt"]
    assert [r.code for r in intake.rejected] == ["empty", "truncated"]
