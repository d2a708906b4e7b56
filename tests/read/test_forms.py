"""HTML, Markdown, Word and PDF."""

import io
import json

import pytest
from read.forms import LEAD, MORE

from synoptic.read import read


def html_page(*, head="", body=""):
    return (
        f'<!doctype html><html lang="en-GB"><head><title>Bridge shut | The Post</title>'
        f"{head}</head><body><nav><a href='/'>Home</a></nav><article>"
        f"<h1>Bridge shut after crash</h1><p>{LEAD}</p><h2>New span</h2><p>{MORE}</p>"
        f"{body}</article><footer>All rights reserved</footer></body></html>"
    )


def read_one(folder, name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    intake = read([str(path)])
    assert not intake.rejected
    (report,) = intake.reports
    return report


def blocks(report):
    return [(b.kind, report.text[b.start : b.end]) for b in report.blocks]


def test_a_page_gives_its_article(tmp_path):
    report = read_one(tmp_path, "a.html", html_page(body="<script>x('no')</script>"))
    assert blocks(report) == [
        ("headline", "Bridge shut after crash"),
        ("body", LEAD),
        ("crosshead", "New span"),
        ("body", MORE),
    ]
    assert report.extractor.startswith("trafilatura ")
    assert report.language == "en"


def test_what_no_reader_sees_in_a_headline_is_not_in_it(tmp_path):
    unseen = "<script>var a = '<b>';</script><!-- top --><style>b {color: red}</style>"
    page = html_page().replace("after crash</h1>", f"after crash{unseen}</h1>")
    assert blocks(read_one(tmp_path, "a.html", page))[0] == (
        "headline",
        "Bridge shut after crash",
    )


def test_json_ld_states_the_fields(tmp_path):
    stated = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebPage", "headline": "Not this one"},
            {
                "@type": ["NewsArticle"],
                "headline": "Bridge shut after crash",
                "datePublished": "2024-03-03T18:15:00Z",
                "dateModified": "2024-03-04",
                "author": [{"name": "Mara Lindqvist"}, {"name": "Tom Okafor"}],
                "publisher": {"name": "The Ellery Post"},
            },
        ],
    }
    head = (
        f'<script type="application/ld+json">{json.dumps(stated)}</script>'
        '<link rel="canonical" href="https://post.example/bridge">'
    )
    report = read_one(tmp_path, "a.html", html_page(head=head))
    assert report.outlet == "The Ellery Post"
    assert report.byline == "Mara Lindqvist, Tom Okafor"
    assert report.published_at == "2024-03-03T18:15:00+00:00"
    assert report.modified_at == "2024-03-04"
    assert report.url == "https://post.example/bridge"


def test_open_graph_states_the_fields(tmp_path):
    head = (
        '<meta property="og:site_name" content="The Ellery Post">'
        '<meta property="article:published_time" content="2024-03-03">'
        '<meta name="author" content="By Mara Lindqvist">'
        '<meta property="og:url" content="javascript:alert(1)">'
    )
    report = read_one(tmp_path, "a.html", html_page(head=head))
    assert (report.outlet, report.published_at) == ("The Ellery Post", "2024-03-03")
    assert report.byline == "Mara Lindqvist"
    assert report.url is None


def test_a_page_in_a_text_file_is_read_as_a_page(tmp_path):
    report = read_one(tmp_path, "a.txt", html_page())
    assert "<p>" not in report.text


def test_a_meta_charset_is_used(tmp_path):
    page = html_page(head='<meta charset="windows-1251">').replace("Sunday", "Волна")
    report = read_one(tmp_path, "a.html", page.encode("cp1251"))
    assert "Волна" in report.text


def test_deep_nesting_loses_nothing(tmp_path):
    page = f"<html><body>{'<div>' * 9000}<p>{LEAD}</p>{'</div>' * 9000}</body></html>"
    assert LEAD in read_one(tmp_path, "a.html", page).text


def test_markdown_is_kept_and_its_marks_stand_apart(tmp_path):
    text = (
        "---\ntitle: Bridge shut\nauthor: Mara Lindqvist\ndate: 2024-03-03\n---\n"
        "# Bridge shut\n\nThe old harbour bridge was closed\non Sunday after a barge\n"
        f"struck it.\n\n## New span ##\n\n{MORE}\n"
    )
    report = read_one(tmp_path, "a.md", text)
    assert report.text == text
    assert [kind for kind, _ in blocks(report)] == [
        "boilerplate",
        "boilerplate",
        "headline",
        "body",
        "boilerplate",
        "crosshead",
        "boilerplate",
        "body",
    ]
    assert (report.byline, report.published_at) == ("Mara Lindqvist", "2024-03-03")


def test_word_styles_say_what_is_a_heading(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Bridge shut after crash", 0)
    document.add_paragraph("By Mara Lindqvist")
    document.add_paragraph(LEAD)
    document.add_heading("New span", 2)
    document.add_paragraph(MORE)
    file = io.BytesIO()
    document.save(file)
    report = read_one(tmp_path, "a.docx", file.getvalue())
    assert blocks(report) == [
        ("headline", "Bridge shut after crash"),
        ("byline", "By Mara Lindqvist"),
        ("body", LEAD),
        ("crosshead", "New span"),
        ("body", MORE),
    ]
    assert report.extractor.startswith("python-docx ")


def test_a_pdf_gives_its_text(tmp_path):
    pytest.importorskip("pypdf")
    report = read_one(tmp_path, "a.pdf", pdf(["Bridge shut after crash", "", LEAD]))
    assert "harbour master" in report.text
    assert report.extractor.startswith("pypdf ")


def pdf(lines):
    """A PDF of one page, its lines one under another."""
    drawn = "".join(f"({line}) Tj 0 -16 Td\n" for line in lines)
    stream = f"BT /F1 10 Tf 40 800 Td\n{drawn}ET".encode("latin-1")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 "
            b"/BaseFont /Helvetica >> >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    return bytes(out)
