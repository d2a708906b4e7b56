"""Files in, reports out: text and JSONL."""

import gzip
import io
import json

import pytest

from synoptic.read import ReadOptions, read

PAGE = """\
Harbour bridge shut after barge strikes pier
By Mara Lindqvist
March 3, 2024 6:15 pm

PORT ELLERY, March 3 (Reuters) - The old harbour bridge was closed on Sunday after a
barge struck one of its piers.

No one was hurt, the harbour master said.

NEW SPAN

The council had planned to replace the bridge in 2027.

(Reporting by Mara Lindqvist; Editing by Tom Okafor)
"""


def write(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def test_a_text_file_is_cut_into_blocks(tmp_path):
    intake = read([write(tmp_path, "a.txt", PAGE)])
    assert intake.rejected == ()
    (report,) = intake.reports
    assert [b.kind for b in report.blocks] == [
        "headline",
        "byline",
        "dateline",
        "dateline",
        "body",
        "body",
        "crosshead",
        "body",
        "credit",
    ]
    assert report.text == PAGE
    assert report.byline == "Mara Lindqvist"
    assert report.credits == ("Reuters",)
    assert report.published_at == "2024-03-03T18:15"
    assert report.language == "en"
    assert report.outlet is None
    assert report.series == report.id


def test_rows_state_their_fields(tmp_path):
    rows = [
        {"id": "x", "outlet": "The Ellery Post", "headline": "Bridge", "text": PAGE},
        {"sentences": ["The bridge is shut.", "It was old."], "published_at": "2024"},
        {"no": "text"},
    ]
    path = write(tmp_path, "rows.jsonl", "\n".join(map(json.dumps, rows)))
    intake = read([path])
    first, second = intake.reports
    assert (first.id, first.outlet, first.headline) == (
        "x",
        "The Ellery Post",
        "Bridge",
    )
    assert first.path == f"{path}:1"
    assert second.text == "The bridge is shut.\nIt was old."
    assert [b.kind for b in second.blocks] == ["body", "body"]
    assert second.published_at == "2024"
    assert [(r.path, r.code) for r in intake.rejected] == [(f"{path}:3", "bad-row")]


def test_the_decoded_file_is_the_text(tmp_path):
    text = "Brücke zu\r\n\r\nDie alte Bru\u0308cke ist seit Sonntag zu.\r\n"
    path = write(tmp_path, "a.txt", b"\xef\xbb\xbf" + text.encode())
    (report,) = read([path]).reports
    assert report.text == text


def test_a_folder_comes_in_order_of_path_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.txt", ".hidden.txt", "a.jsonl"):
        body = json.dumps({"text": name}) if name.endswith("l") else f"About {name}."
        write(tmp_path, name, body)
    names = [r.path.removeprefix(f"{tmp_path}/") for r in read([str(tmp_path)]).reports]
    assert names == ["a.jsonl:1", "a/z.txt", "b.txt"]


def test_a_pattern_is_expanded_and_one_that_fits_nothing_is_a_reject(tmp_path):
    write(tmp_path, "b.txt", "It was shut.")
    write(tmp_path, "a.txt", "It was open.")
    intake = read([str(tmp_path / "*.txt"), str(tmp_path / "*.md")])
    assert [r.text for r in intake.reports] == ["It was open.", "It was shut."]
    assert [r.code for r in intake.rejected] == ["missing"]


def test_a_name_with_a_bracket_is_a_file_before_it_is_a_pattern(tmp_path):
    path = write(tmp_path, "a[1].txt", "It was open.")
    assert len(read([path]).reports) == 1


def test_standard_input_is_read_for_a_dash():
    options = ReadOptions(stdin=io.BytesIO(b"The bridge was shut on Sunday."))
    (report,) = read(["-"], options=options).reports
    assert (report.path, report.text) == ("-", "The bridge was shut on Sunday.")


def test_gzip_is_unpacked_whatever_the_name(tmp_path):
    packed = gzip.compress(b"The bridge was shut on Sunday.")
    paths = [write(tmp_path, name, packed) for name in ("a.txt.gz", "b.txt")]
    assert [r.text for r in read(paths).reports] == [
        "The bridge was shut on Sunday."
    ] * 2


def test_ids_do_not_depend_on_the_folder_or_the_order(tmp_path):
    a = write(tmp_path, "one/a.txt", "The bridge was shut.")
    b = write(tmp_path, "two/b.txt", "The bridge was open.")
    c = write(tmp_path, "three/a.txt", "The bridge was shut.")
    (alone,) = read([a]).reports
    (moved,) = read([c]).reports
    assert alone.id == moved.id
    forth = {r.path: r.id for r in read([a, b, c]).reports}
    back = {r.path: r.id for r in read([c, b, a]).reports}
    assert forth == back


def test_what_the_user_states_wins(tmp_path):
    options = ReadOptions(outlet="Mine", published_at="2020-01-02", language="de")
    (report,) = read([write(tmp_path, "a.txt", PAGE)], options=options).reports
    stated = (report.outlet, report.published_at, report.language)
    assert stated == ("Mine", "2020-01-02", "de")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n0000", "binary"),
        ("a.txt.gz", gzip.compress(b"x" * 999)[:12], "truncated"),
        ("a.txt", b"x " * 600_000, "too-large"),
        ("a.jsonl", b'{"text": ', "bad-json"),
        ("a.jsonl", b"[1]", "bad-row"),
        ("a.jsonl", b'{"text": 5}', "bad-row"),
        ("a.jsonl", b'{"text": 5.5}', "bad-row"),
        ("a.jsonl", b'{"text": ["The bridge was shut."]}', "bad-row"),
        ("a.jsonl", b'{"sentences": [5]}', "empty"),
        ("a.json", b'[{"text": 5}]', "bad-row"),
        ("a.html", b"<html><script>x()</script></html>", "no-text"),
        ("a.docx", b"PK\x03\x04word/", "truncated"),
        ("a.pdf", b"%PDF-1.4 and no more", "truncated"),
    ],
)
def test_reject_codes(tmp_path, name, data, code):
    intake = read([write(tmp_path, name, data)])
    assert intake.reports == ()
    assert [r.code for r in intake.rejected] == [code]


def test_missing_and_unreadable_paths_are_rejects(tmp_path):
    (tmp_path / "empty").mkdir()
    intake = read([str(tmp_path / "no.txt"), str(tmp_path / "empty"), "a\x00b"])
    assert [r.code for r in intake.rejected] == [
        "missing",
        "folder-empty",
        "not-readable",
    ]


def test_a_limit_can_be_raised(tmp_path):
    path = write(tmp_path, "a.txt", b"The bridge was shut. " * 60_000)
    assert read([path]).rejected[0].code == "too-large"
    assert read([path], options=ReadOptions(max_chars=2_000_000)).reports


def test_an_agency_in_a_photo_credit_is_no_text_credit(tmp_path):
    text = """\
Harbour bridge shut after barge strikes pier

The bridge on Sunday. REUTERS/Ann Lee

The old harbour bridge was closed on Sunday, the harbour master said.

The Associated Press contributed to this report.
"""
    (report,) = read([write(tmp_path, "a.txt", text)]).reports
    assert report.credits == ("AP",)
    assert report.outlet is None


HEAD = "Harbour bridge shut after barge strikes pier"
LEAD = "The old harbour bridge was closed on Sunday, the harbour master said."


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (["The Ellery Post", HEAD, LEAD], "The Ellery Post"),
        ([HEAD, "The Ellery Ledger", "May 3, 2021", LEAD], "The Ellery Ledger"),
        ([f"{HEAD} | Ellery Echo", HEAD, LEAD], "Ellery Echo"),
        (
            [HEAD, LEAD, "© 2021 The Ellery Post. All rights reserved."],
            "The Ellery Post",
        ),
        ([HEAD, "Reuters", LEAD], None),
        ([HEAD, LEAD, "The Associated Press contributed to this report."], None),
        ([HEAD, "By Ann Lee", "The Ellery Post", LEAD], None),
    ],
)
def test_the_outlet_is_what_the_page_states(tmp_path, lines, outlet):
    (report,) = read([write(tmp_path, "a.txt", "\n\n".join(lines))]).reports
    assert report.outlet == outlet


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("[Source: Coast Wire]", ("Coast Wire",)),
        ("Coast News Agency contributed to this report.", ("Coast News Agency",)),
        ("With material from AFP and The Ellery Post", ("AFP", "The Ellery Post")),
        ("By Ann Lee, Associated Press", ("AP",)),
        ("(Reporting by Ann Lee; Editing by Tom Okafor)", ()),
    ],
)
def test_credits_are_named_once_each(tmp_path, line, named):
    text = "\n\n".join([HEAD, LEAD, LEAD.replace("old", "new"), line])
    (report,) = read([write(tmp_path, "a.txt", text)]).reports
    assert report.credits == named


def test_only_an_update_is_the_time_of_this_version(tmp_path):
    text = f"{HEAD}\n\nUpdated: May 3, 2021 9:05 pm\n\n{LEAD}"
    (report,) = read([write(tmp_path, "a.txt", text)]).reports
    assert (report.published_at, report.modified_at) == ("2021-05-03T21:05",) * 2


def test_a_folder_leaves_out_what_no_reader_reads(tmp_path):
    write(tmp_path, "a.txt", "It was shut.")
    write(tmp_path, "truth.toml", "a = 1")
    write(tmp_path, "photo.jpg", "no")
    intake = read([str(tmp_path)])
    assert len(intake.reports) == 1
    assert intake.rejected == ()
