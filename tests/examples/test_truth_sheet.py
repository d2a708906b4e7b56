"""The example's sheet of the truth speaks of words that stand in the files."""

import tomllib
from pathlib import Path

import pytest

STORIES = sorted((Path(__file__).parents[2] / "examples").glob("*/truth.toml"))
KINDS = {"verbatim", "edited", "reworded", "partly", "not-the-same"}


def _sheet(path: Path) -> dict[str, list[dict]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _texts(path: Path) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in path.parent.glob("*.txt")}


@pytest.fixture(params=STORIES, ids=lambda p: p.parent.name)
def story(request: pytest.FixtureRequest) -> tuple[dict, dict[str, str]]:
    return _sheet(request.param), _texts(request.param)


def test_there_is_an_example_story() -> None:
    assert STORIES


def test_every_report_is_on_the_sheet(story) -> None:
    sheet, texts = story
    assert sorted(r["file"] for r in sheet["report"]) == sorted(texts)
    assert len(texts) >= 7


def test_reports_are_as_long_as_news_is(story) -> None:
    _, texts = story
    for name, text in texts.items():
        assert 250 <= len(text.split()) <= 600, name


def test_quoted_starts_stand_once_in_their_file(story) -> None:
    sheet, texts = story
    for pair in sheet["pair"]:
        kinds = [pair["kind"]] if isinstance(pair["kind"], str) else pair["kind"]
        assert set(kinds) <= KINDS
        for side in "ab":
            text = texts[pair[side]]
            for start in pair[f"{side}_starts"]:
                assert text.count(start) == 1, (pair[side], start)
    for only in sheet["only_here"]:
        assert texts[only["file"]].count(only["start"]) == 1, only


def test_edits_stand_in_the_sentences_they_belong_to(story) -> None:
    sheet, texts = story
    for pair in sheet["pair"]:
        for edit in pair.get("edits", ()):
            assert edit["a"] in texts[pair["a"]], edit
            assert edit["b"] in texts[pair["b"]], edit


def test_furniture_lines_are_whole_lines_or_datelines(story) -> None:
    sheet, texts = story
    for part in sheet["furniture"]:
        text = f"\n{texts[part['file']]}"
        for line in part["lines"]:
            assert f"\n{line}\n" in text or f"\n{line} " in text, (part["file"], line)


@pytest.mark.parametrize("table", ["figure", "date", "position"])
def test_members_stand_in_their_files(story, table: str) -> None:
    sheet, texts = story
    for row in sheet[table]:
        for member in row["members"]:
            assert member["words"] in texts[member["file"]], member


def test_quotations_stand_in_their_files(story) -> None:
    sheet, texts = story
    for quotation in sheet["quotation"]:
        text = texts[quotation["file"]]
        for words in quotation["content"]:
            assert words in text, (quotation["file"], words)
        assert quotation["as_printed"] in text, quotation


def test_lost_parents_and_versions_are_shown_by_words_in_the_files(story) -> None:
    sheet, texts = story
    for lost in sheet["lost_parent"]:
        for words in lost["words"]:
            for name, text in texts.items():
                assert (words in text) == (name in lost["children"]), (name, words)
    for version in sheet["version"]:
        earlier, later = version["changes"]
        assert earlier in texts[version["earlier"]]
        assert later in texts[version["later"]]


def test_what_is_printed_without_stands_in_the_parent_alone(story) -> None:
    sheet, texts = story
    for row in sheet["printed_without"]:
        assert row["words"] in texts[row["parent"]], row
        assert row["words"] not in texts[row["file"]], row
