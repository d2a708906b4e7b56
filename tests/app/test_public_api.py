from __future__ import annotations

import importlib
import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import synoptic
import synoptic.app

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DISTRIBUTIONS = {
    re.split(r"[<>=\[; ]", line)[0]: line for line in PROJECT["project"]["dependencies"]
}
FIRST = "The dam at Orre held, the county said on Monday.\n"
SECOND = "The dam at Orre held, the county said on Monday. Rain went on.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("package", [synoptic, synoptic.app])
def test_all_is_what_is_exposed(package):
    for name in package.__all__:
        assert getattr(package, name) is not None
    assert package.__all__ == sorted(package.__all__)


def test_dir_lists_what_is_exposed():
    assert set(dir(synoptic)) == {*synoptic.__all__, "__version__"}


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="compote"):
        _ = synoptic.compote


@pytest.mark.parametrize("name", ["read", "annotate"])
def test_functions_stay_functions_though_rooms_have_their_names(name):
    importlib.import_module(f"synoptic.{name}")
    assert callable(getattr(synoptic, name))
    assert importlib.import_module(f"synoptic.{name}").__name__ == f"synoptic.{name}"


def test_comparison_gives_findings_units_and_documents(folder):
    result = synoptic.compare(["first.txt", Path("second.txt")], fast=True)
    assert result.units
    assert result.findings == result.collation.findings
    assert result.to_json().startswith('{\n"schema": "synoptic/1"')
    assert "<html" in result.to_html()
    assert result.run.version == synoptic.__version__


def test_a_saved_result_can_be_drawn_again(folder):
    result = synoptic.compare(["first.txt", "second.txt"], fast=True)
    again = synoptic.Comparison.from_json(result.to_json())
    assert again.to_json() == result.to_json()
    assert again.to_html() == result.to_html()


def test_results_show_themselves_in_one_line(folder):
    result = synoptic.compare(["first.txt", "second.txt"], fast=True)
    assert repr(result).startswith("<Comparison of 2 reports: ")
    known = synoptic.annotate(["first.txt", "gone.txt"], fast=True)
    assert repr(known) == "<AnnotatedReports: 1 reports, 1 inputs not read>"


def test_notebook_shows_the_page_in_a_frame_of_its_own(folder):
    shown = synoptic.compare(["first.txt", "second.txt"], fast=True)._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert "allow-same-origin" not in shown
    assert "<script" not in shown


def test_reports_that_were_read_can_be_compared(folder):
    intake = synoptic.read(["second.txt", "first.txt", "gone.txt"])
    result = synoptic.compare(intake, fast=True)
    assert result.reports == intake.reports
    assert [r.path for r in result.rejected] == ["gone.txt"]
    single = [synoptic.read(name).reports[0] for name in ("first.txt", "second.txt")]
    assert synoptic.compare(single, fast=True).units == result.units


def test_an_iterator_of_sources_is_read_once(folder):
    names = (name for name in ("first.txt", "second.txt"))
    result = synoptic.compare(names, fast=True)
    assert result.run.options["sources"] == ["first.txt", "second.txt"]


def test_every_step_is_told_as_it_begins(folder):
    steps = []
    synoptic.compare(["first.txt", "second.txt"], fast=True, progress=steps.append)
    counted = [step for step in steps if " of " in step]
    assert [step for step in steps if step not in counted] == [
        "Reading",
        "Annotating",
        "Comparing",
    ]
    assert counted == ["Annotating 1 of 2", "Annotating 2 of 2", "Comparing 1 of 1"]


@pytest.mark.parametrize("name", sorted(DISTRIBUTIONS))
def test_run_time_dependency_is_there_and_loads(name):
    files = metadata.files(name) or []
    tops = {file.parts[0] for file in files if file.name == "__init__.py"} - {
        "tests",
        "test",
    }
    modules = [top for top in tops if re.fullmatch(r"\w+", top)]
    assert modules, name
    for module in modules:
        importlib.import_module(module)


def test_the_same_file_named_twice_is_read_once(folder):
    intake = synoptic.read(["first.txt", "./first.txt", "first.txt"])
    assert len(intake.reports) == 1
    assert sum(skipped.n for skipped in intake.skipped) == 2


def test_reports_of_one_id_get_ids_of_their_own(folder):
    one = synoptic.read("first.txt").reports[0]
    first, second = synoptic.read([one, one]).reports
    assert (first.id, second.id) == (f"{one.id}-1", f"{one.id}-2")
    assert first.series == first.id
