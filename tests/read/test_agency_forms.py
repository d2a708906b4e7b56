"""NewsML-G2, NITF and ninjs."""

import json

import pytest
from read.forms import LEAD, MORE, news_item, news_message, ninjs, ninjs_2

from synoptic.read import read


def taken_in(folder, name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read([str(path)])


def read_one(folder, name, data):
    intake = taken_in(folder, name, data)
    assert not intake.rejected
    (report,) = intake.reports
    return report


def blocks(report):
    return [(b.kind, report.text[b.start : b.end]) for b in report.blocks]


def test_a_news_item_states_its_fields_and_its_text(tmp_path):
    report = read_one(tmp_path, "a.xml", news_item())
    assert blocks(report) == [
        ("boilerplate", "HARBOUR-BRIDGE"),
        ("headline", "Bridge shut after crash"),
        ("byline", "By Mara Lindqvist"),
        ("dateline", "PORT ELLERY, March 3"),
        ("body", LEAD),
        ("crosshead", "New span"),
        ("body", MORE),
        ("credit", "Norden Wire"),
    ]
    assert report.outlet == "Norden Wire"
    assert report.byline == "Mara Lindqvist"
    assert report.published_at == "2024-03-03T18:15:00+00:00"
    assert report.modified_at == "2024-03-03T18:30:00+00:00"
    assert (report.language, report.status, report.version) == ("en", "usable", "2")
    assert report.embargoed_until is None


@pytest.mark.parametrize(
    ("stated", "until"),
    [
        (
            "<embargoed>2024-03-04T06:00:00+01:00</embargoed>",
            "2024-03-04T06:00:00+01:00",
        ),
        ("<embargoed/>", "9999-12-31"),
        ("<embargoed>when the minister has spoken</embargoed>", "9999-12-31"),
    ],
)
def test_an_embargo_holds_until_its_end_or_without_one(tmp_path, stated, until):
    report = read_one(tmp_path, "a.xml", news_item(embargo=stated))
    assert report.embargoed_until == until


@pytest.mark.parametrize(
    ("code", "status"),
    [("stat:withheld", "withheld"), ("stat:cancelled", "canceled"), ("x:odd", None)],
)
def test_a_publication_status_is_kept(tmp_path, code, status):
    assert read_one(tmp_path, "a.xml", news_item(status=code)).status == status


@pytest.mark.parametrize(
    ("provider", "outlet"),
    [
        ('literal="reuters.com"', "Reuters"),
        ('qcode="nprov:AFP"', "AFP"),
        ('literal="The Ellery Post"', "The Ellery Post"),
    ],
)
def test_an_agency_has_one_name(tmp_path, provider, outlet):
    item = news_item().replace(
        '<provider qcode="nprov:NW"><name>Norden Wire</name>\n</provider>',
        f"<provider {provider}/>",
    )
    assert read_one(tmp_path, "a.xml", item).outlet == outlet


def test_creators_are_the_byline_but_agencies_are_not(tmp_path):
    item = news_item().replace("<by>By Mara Lindqvist</by>", "")
    item = item.replace(
        '<creator literal="Mara Lindqvist"/>',
        '<creator qcode="x:1"/><creator><name>Reuters</name></creator>'
        '<creator literal="Tom Okafor"/>',
    )
    assert read_one(tmp_path, "a.xml", item).byline == "Tom Okafor"


def test_a_message_gives_each_text_item_and_counts_the_others(tmp_path):
    message = news_message(
        news_item(guid="urn:1"),
        news_item(guid="urn:2", kind="ninat:picture"),
        news_item(guid="urn:3", status="stat:canceled", content=""),
        news_item(guid="urn:4", body="<p>The ferry sails again on Monday.</p>"),
        "<packageItem guid='urn:5' version='1'/>",
    )
    intake = taken_in(tmp_path, "a.xml", message)
    assert [r.path.rsplit(":")[-1] for r in intake.reports] == ["1", "4"]
    assert [(r.path.rsplit(":")[-1], r.code) for r in intake.rejected] == [
        ("3", "no-text")
    ]
    assert [(s.n, s.what) for s in intake.skipped] == [
        (1, "items of packageItem"),
        (1, "items of picture"),
    ]


def test_versions_of_an_item_are_one_series(tmp_path):
    first = read_one(tmp_path, "a.xml", news_item(version="1"))
    second = read_one(tmp_path, "b.xml", news_item(version="2", body=f"<p>{MORE}</p>"))
    other = read_one(tmp_path, "c.xml", news_item(guid="urn:other"))
    assert first.series == second.series != other.series
    assert first.id != second.id


def test_an_item_is_the_same_report_whatever_its_file_is_called(tmp_path):
    one = read_one(tmp_path, "a.xml", news_item())
    assert one.id == read_one(tmp_path, "b.xml", news_item()).id


def test_plain_data_and_nitf_inside_an_item_are_read(tmp_path):
    plain = f'<inlineData contenttype="text/plain">{LEAD}\n\n{MORE}</inlineData>'
    assert MORE in read_one(tmp_path, "a.xml", news_item(content=plain)).text
    nitf = (
        "<inlineXML contenttype='application/nitf+xml'><nitf xmlns=''><body><body.head>"
        "<hedline><hl1>Other</hl1></hedline></body.head><body.content>"
        f"<p>{LEAD}</p><hl2>New span</hl2><p>{MORE}</p><media><media-caption>A crane"
        "</media-caption></media></body.content></body></nitf></inlineXML>"
    )
    kinds = [k for k, _ in blocks(read_one(tmp_path, "b.xml", news_item(content=nitf)))]
    assert kinds[4:8] == ["body", "crosshead", "body", "caption"]


def test_a_nitf_document_is_read(tmp_path):
    nitf = (
        '<nitf><head><docdata><doc-id id-string="n1"/>'
        '<date.issue norm="20240303T181500Z"/></docdata></head><body><body.head>'
        "<hedline><hl1>Bridge shut</hl1></hedline><byline>By Mara Lindqvist</byline>"
        f"</body.head><body.content><p>{LEAD}</p></body.content></body></nitf>"
    )
    report = read_one(tmp_path, "a.xml", nitf)
    assert (report.headline, report.byline) == ("Bridge shut", "Mara Lindqvist")
    assert report.published_at == "2024-03-03T18:15:00+00:00"


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<newsItem guid="g"><contentMeta><headline>&b;</headline></contentMeta></newsItem>'
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    '<newsItem guid="g"><contentMeta><headline>&a;</headline></contentMeta></newsItem>'
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB, "bad-xml"),
        (OUTSIDE, "bad-xml"),
        ("<newsItem><contentMeta>" + "<p>" * 5000, "too-large"),
        (news_item()[:600], "bad-xml"),
        ("<newsItem/>", "no-text"),
        ("<catalog><book/></catalog>", "unknown-form"),
        ("<newsMessage><header/></newsMessage>", "unknown-form"),
        (news_item(content='<remoteContent href="x.jpg"/>'), "no-text"),
    ],
)
def test_what_is_no_item_is_a_reject(tmp_path, data, code):
    intake = taken_in(tmp_path, "a.xml", data)
    assert [r.code for r in intake.rejected] == [code]
    assert not intake.reports


def test_an_item_in_another_encoding_than_it_says_is_read(tmp_path):
    item = news_item(body=f"<p>“{LEAD}” – Müller</p>")
    item = f'<?xml version="1.0" encoding="UTF-8"?>{item}'
    assert "– Müller" in read_one(tmp_path, "a.xml", item.encode("cp1252")).text


def test_ninjs_1_states_its_fields(tmp_path):
    data = json.dumps(ninjs(embargoed="2024-03-04T00:00:00Z"), indent=1)
    report = read_one(tmp_path, "a.json", data)
    assert [kind for kind, _ in blocks(report)] == [
        "boilerplate",
        "headline",
        "byline",
        "body",
        "body",
    ]
    assert (report.outlet, report.byline) == ("Norden Wire", "Mara Lindqvist")
    assert (report.status, report.version) == ("usable", "3")
    assert report.embargoed_until == "2024-03-04T00:00:00+00:00"
    assert report.modified_at == "2024-03-03T18:30:00+00:00"


def test_ninjs_2_and_3_state_their_fields(tmp_path):
    report = read_one(tmp_path, "a.json", json.dumps(ninjs_2()))
    assert report.headline == "Bridge shut after crash"
    assert (report.outlet, report.byline) == ("Norden Wire", "Mara Lindqvist")
    assert [k for k, _ in blocks(report)].count("body") == 2
    third = ninjs_2() | {"pubStatus": "withheld", "pubstatus": None}
    assert read_one(tmp_path, "b.json", json.dumps(third)).status == "withheld"


def test_lists_lines_and_packages_of_ninjs_give_each_item(tmp_path):
    one, two = ninjs(uri="u:1"), ninjs(uri="u:2", headline="Ferry late")
    picture = ninjs(uri="u:3", type="picture", body_html=None)
    listed = taken_in(tmp_path, "a.json", json.dumps([one, picture, two]))
    assert len(listed.reports) == 2
    assert [(s.n, s.what) for s in listed.skipped] == [(1, "items of picture")]
    rows = "\n".join(map(json.dumps, [one, picture, two]))
    lines = taken_in(tmp_path, "b.jsonl", rows)
    assert lines.skipped[0].what == "items of picture"
    assert [r.id for r in lines.reports] != [r.id for r in listed.reports]
    assert [r.series for r in lines.reports] == [r.series for r in listed.reports]
    packed = taken_in(tmp_path, "c.json", json.dumps({"items": [one, two]}))
    assert len(packed.reports) == 2
    beside = one | {"associations": {"main": picture, "more": two}}
    assert len(taken_in(tmp_path, "d.json", json.dumps(beside)).reports) == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (json.dumps(ninjs(body_html=None)), "no-text"),
        ("[]", "no-text"),
        ('[{"a": 1}]', "bad-row"),
        ('{\n "uri": "x",', "bad-json"),
        ("[" * 100_000, "bad-json"),
    ],
)
def test_json_without_a_report_is_a_reject(tmp_path, data, code):
    assert [r.code for r in taken_in(tmp_path, "a.json", data).rejected] == [code]


def test_a_list_of_rows_is_read_as_rows_are(tmp_path):
    intake = taken_in(tmp_path, "a.json", json.dumps([{"text": LEAD}, {"text": MORE}]))
    assert [r.text for r in intake.reports] == [LEAD, MORE]
