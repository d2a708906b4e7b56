"""Web archives, mail, feeds as files, lists of feeds."""

import gzip
import sys

import pytest
from read.forms import (
    ATOM,
    JSON_FEED,
    LEAD,
    MAIL,
    MORE,
    OPML,
    PAGE,
    RSS,
    packed,
    record,
)

from synoptic.model import Rejected, Report
from synoptic.read import ReadOptions, read, read_each
from synoptic.read.feeds.opml import feeds_of

MONDAY = PAGE.replace("Sunday", "Monday")


def taken_in(folder, name, data, **options):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read([str(path)], options=ReadOptions(**options))


def test_an_archive_gives_its_pages_and_counts_what_is_none(tmp_path):
    data = packed(
        record("about", kind="warcinfo", media="application/warc-fields"),
        record("http://a.example/1", kind="request"),
        record("http://a.example/1"),
        record("http://a.example/2.png", b"\x89PNG" + bytes(90), media="image/png"),
        record("http://a.example/3", status="404 Not Found"),
        record("http://a.example/4", MONDAY),
        record("http://a.example/1", "", kind="revisit"),
    )
    intake = taken_in(tmp_path, "a.warc.gz", data)
    assert [r.url for r in intake.reports] == [
        "http://a.example/1",
        "http://a.example/4",
    ]
    assert {r.outlet for r in intake.reports} == {"The Ellery Post"}
    assert not intake.rejected
    assert {s.what: s.n for s in intake.skipped} == {
        "records of image/png": 1,
        "records of kind revisit": 1,
        "records of status 404": 1,
    }


@pytest.mark.parametrize("form", ["each", "whole", "not"])
def test_an_archive_may_be_packed_in_any_way(tmp_path, form):
    records = [record("http://a.example/1"), record("http://a.example/2", MONDAY)]
    whole = b"".join(records)
    data = {"each": packed(*records), "whole": gzip.compress(whole), "not": whole}
    assert len(taken_in(tmp_path, "a.warc", data[form]).reports) == 2


def test_wet_files_give_their_texts(tmp_path):
    text = f"Bridge shut\nBy Mara Lindqvist\n{LEAD}\n{MORE}\n"
    wet = record("http://a.example/1", text, kind="conversion", media="text/plain")
    (report,) = taken_in(tmp_path, "a.warc.wet.gz", packed(wet)).reports
    assert report.text == text
    assert (report.headline, report.byline) == ("Bridge shut", "Mara Lindqvist")


def test_an_address_in_angle_brackets_is_read(tmp_path):
    (report,) = taken_in(tmp_path, "a.warc", record("<http://a.example/1>")).reports
    assert report.url == "http://a.example/1"


def test_captures_of_one_address_are_one_series(tmp_path):
    data = packed(record("http://a.example/1"), record("http://a.example/1", MONDAY))
    one, two = taken_in(tmp_path, "a.warc.gz", data).reports
    assert one.series == two.series
    assert one.id != two.id


def test_the_id_of_a_page_does_not_hang_on_its_archive(tmp_path):
    page = record("http://a.example/1")
    other = record("http://a.example/0", MONDAY)
    (one,) = taken_in(tmp_path, "a.warc", page).reports
    assert one.id == taken_in(tmp_path, "b.warc.gz", packed(other, page)).reports[1].id


def test_a_truncated_archive_gives_what_is_whole(tmp_path):
    data = packed(record("http://a.example/1"), record("http://a.example/2"))
    intake = taken_in(tmp_path, "a.warc.gz", data[:-60])
    assert len(intake.reports) == 1
    assert [r.code for r in intake.rejected] == ["truncated"]


def test_a_damaged_record_does_not_lose_those_behind_it(tmp_path):
    records = [packed(record(f"http://a.example/{n}")) for n in range(5)]
    records[1] = records[1][:30] + b"\xff" * 9 + records[1][39:]
    records[3] = b"no gzip at all" * 9
    intake = taken_in(tmp_path, "a.warc.gz", b"".join(records))
    assert [r.url[-1] for r in intake.reports] == ["0", "2", "4"]
    assert {r.code for r in intake.rejected} == {"truncated"}


def test_broken_pages_and_large_ones_are_rejects_by_themselves(tmp_path):
    data = packed(
        record("http://a.example/1", "<html><script>x()</script></html>"),
        record("http://a.example/2", PAGE + " " * 200_000),
        record("http://a.example/3", gzip.compress(bytes(300_000))),
        record("http://a.example/4", warc="WARC-Truncated: length\r\n"),
        record("http://a.example/5"),
    )
    intake = taken_in(tmp_path, "a.warc.gz", data, max_bytes=100_000)
    assert [r.code for r in intake.rejected] == [
        "no-text",
        "too-large",
        "too-large",
        "truncated",
    ]
    assert all("http://a.example/" in r.path for r in intake.rejected)
    assert [r.url for r in intake.reports] == ["http://a.example/5"]


def test_transfer_encodings_inside_a_record_are_undone(tmp_path):
    page = PAGE.encode()
    chunked = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (
        100,
        page[:100],
        len(page) - 100,
        page[100:],
    )
    data = packed(
        record("http://a.example/1", chunked, http="Transfer-Encoding: chunked\r\n"),
        record("http://a.example/2", page, http="Transfer-Encoding: chunked\r\n"),
        record(
            "http://a.example/3", gzip.compress(page), http="Content-Encoding: gzip\r\n"
        ),
        record("http://a.example/4", page, http="Content-Encoding: gzip\r\n"),
    )
    intake = taken_in(tmp_path, "a.warc.gz", data)
    assert len({r.text for r in intake.reports}) == 1
    assert len(intake.reports) == 4


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"WARC/1.0\r\n\r\n", []),
        (b"WARC/1.0\r\nfoo", []),
        (b"WARC/", ["truncated"]),
    ],
)
def test_archives_without_a_record_are_told_of(tmp_path, data, codes):
    intake = taken_in(tmp_path, "a.warc", data)
    assert not intake.reports
    assert [r.code for r in intake.rejected] == codes
    assert bool(intake.skipped) is not bool(codes)


def test_an_archive_is_read_as_a_stream(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(*[record(f"http://a.example/{n}") for n in range(3)]))
    each = read_each([str(path)])
    assert isinstance(next(each), Report)
    assert sum(isinstance(item, Report) for item in each) == 2


def test_a_newsletter_is_one_report(tmp_path):
    intake = taken_in(tmp_path, "a.eml", MAIL)
    (report,) = intake.reports
    assert [(s.n, s.what) for s in intake.skipped] == [(1, "attachments of image/png")]
    assert report.headline == "Bridge shut – what now?"
    assert (report.outlet, report.byline) == ("The Ellery Post", "Mara Lindqvist")
    assert report.published_at == "2024-03-03T19:15:00+01:00"
    assert f"“{LEAD}”" in report.text
    assert "Open this in" not in report.text


def test_plain_mail_is_kept_as_it_is(tmp_path):
    text = f"{LEAD}\n\n{MORE} https://post.example/more\n"
    mail = f"From: The Ellery Post <a@b.example>\nSubject: Bridge\n\n{text}"
    (report,) = taken_in(tmp_path, "a.eml", mail).reports
    assert report.text == text
    assert report.outlet == "The Ellery Post"


@pytest.mark.parametrize(
    "mail",
    [
        MAIL.replace("windows-1252", "no-such-charset"),
        MAIL.replace("=?utf-8?q?", "=?nope?x?"),
        MAIL.replace("Sun, 03 Mar 2024", "Someday"),
        MAIL.replace('boundary="a"', 'boundary="b"'),
        MAIL[:900],
        MAIL.replace("Mara Lindqvist", '\\"\\((((<<'),
    ],
)
def test_odd_mail_is_a_report_or_a_reject(tmp_path, mail):
    intake = taken_in(tmp_path, "a.eml", mail)
    assert len(intake.reports) + len(intake.rejected) == 1
    assert "failed" not in {r.code for r in intake.rejected}


@pytest.mark.parametrize(
    ("sender", "outlet", "person"),
    [
        ("The Ellery Post <a@b.example>", "The Ellery Post", None),
        ('"Ann Lee, The Post" <a@b.example>', "The Post", "Ann Lee"),
        ("a@b.example (The Post)", "The Post", None),
        ("<a@b.example>", None, None),
        ("a@b.example", None, None),
    ],
)
def test_a_senders_name_is_the_outlet(tmp_path, sender, outlet, person):
    mail = f"From: {sender}\nSubject: Bridge\n\n{LEAD}\n\n{MORE}\n"
    (report,) = taken_in(tmp_path, "a.eml", mail).reports
    assert (report.outlet, report.byline) == (outlet, person)


def test_mail_without_text_is_a_reject(tmp_path):
    mail = "From: a@b.example\nContent-Type: image/png\n\nxx\n"
    assert [r.code for r in taken_in(tmp_path, "a.eml", mail).rejected] == ["no-text"]


def test_a_feed_file_gives_the_entries_that_hold_text(tmp_path):
    intake = taken_in(tmp_path, "a.rss", RSS)
    own, other = intake.reports
    assert (own.outlet, own.byline) == ("The Ellery Post", "Mara Lindqvist")
    assert own.url == "https://post.example/bridge?utm_source=rss"
    assert own.published_at == "2024-03-03T18:15:00+00:00"
    assert other.outlet == "Norden Wire"
    assert [(r.path[-2:], r.code) for r in intake.rejected] == [(":3", "no-text")]


def test_an_entry_that_breaks_off_names_its_page(tmp_path):
    feed = RSS.replace(f"<p>{MORE}</p>", "<p>The council had planned to …</p>")
    intake = taken_in(tmp_path, "a.rss", feed)
    assert [r.code for r in intake.rejected] == ["truncated", "no-text"]
    assert "https://post.example/bridge" in intake.rejected[0].reason


@pytest.mark.parametrize(("name", "data"), [("a.xml", ATOM), ("a.json", JSON_FEED)])
def test_atom_and_json_feed_are_read_alike(tmp_path, name, data):
    report = taken_in(tmp_path, name, data).reports[0]
    assert report.url == "https://post.example/bridge"
    assert (report.outlet, report.byline) == ("The Ellery Post", "Mara Lindqvist")
    assert [b.kind for b in report.blocks] == ["headline", "body", "body"]


def test_a_feed_in_another_encoding_than_it_says_is_read(tmp_path):
    feed = RSS.replace("harbour bridge", "bridge – Müller’s").encode("cp1252")
    assert "– Müller’s" in taken_in(tmp_path, "a.xml", feed).reports[0].text


def test_entities_of_a_feed_are_not_expanded(tmp_path):
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20}">' for n in range(1, 12))
    feed = RSS.replace(
        "<rss",
        f'<!DOCTYPE rss [<!ENTITY a0 "ha">{bomb}'
        '<!ENTITY f SYSTEM "file:///etc/hostname">]><rss',
        1,
    ).replace("Short.", "&a11;&f;")
    intake = taken_in(tmp_path, "a.rss", feed)
    assert len(intake.reports) == 2
    assert all(len(r.text) < 2000 for r in intake.reports)


def test_a_list_of_feeds_says_where_to_go(tmp_path):
    intake = taken_in(tmp_path, "a.opml", OPML)
    assert [r.code for r in intake.rejected] == ["feed-list"]
    assert feeds_of(OPML.encode(), path="a") == (
        "https://post.example/rss",
        "https://norden.example/atom",
    )


def test_what_follows_a_good_record_and_is_none_is_a_reject(tmp_path):
    path = tmp_path / "a.warc"
    path.write_bytes(record("http://a.example/1") + b"rubbish\r\n\r\n")
    found = list(read_each([str(path)]))
    assert isinstance(found[0], Report)
    assert [type(item) for item in found[1:]] == [Rejected]


def test_a_comparison_says_what_an_archive_holds_besides(tmp_path):
    import synoptic

    path = tmp_path / "a.warc.gz"
    path.write_bytes(
        packed(
            record("http://a.example/1"),
            record("http://a.example/2", MONDAY),
            record("http://a.example/3.png", b"\x89PNG", media="image/png"),
        )
    )
    result = synoptic.compare([str(path)], fast=True)
    assert len(result.reports) == 2
    assert f"{path}: 1 records of image/png passed over." in result.run.degraded


def test_progress_says_how_far_reading_has_come(tmp_path):
    said = []
    for number in range(45):
        (tmp_path / f"{number}.txt").write_text(f"{LEAD} {number}", "utf-8")
    read([str(tmp_path)], progress=said.append)
    assert said == [
        "Reading: 20 reports, 0 not read",
        "Reading: 40 reports, 0 not read",
    ]


@pytest.mark.parametrize(
    ("module", "data", "extra"),
    [
        ("fastwarc.warc", record("http://a.example/1"), "web"),
        ("feedparser", RSS, "web"),
        ("pyarrow", b"PAR1PAR1", "corpus"),
    ],
)
def test_a_missing_part_says_how_to_get_it(tmp_path, monkeypatch, module, data, extra):
    monkeypatch.setitem(sys.modules, module, None)
    (reject,) = taken_in(tmp_path, "a", data).rejected
    assert reject.code == "missing-extra"
    assert f"'.[{extra}]'" in reject.reason
