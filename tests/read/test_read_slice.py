"""A first look at reading: files in, reports out."""

import json

from synoptic.read import read

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


def test_a_text_file_is_cut_into_blocks(tmp_path):
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    intake = read([str(tmp_path)])
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


def test_rows_state_their_fields(tmp_path):
    rows = [
        {"id": "x", "outlet": "The Ellery Post", "headline": "Bridge", "text": PAGE},
        {"sentences": ["The bridge is shut.", "It was old."], "published_at": "2024"},
        {"no": "text"},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    intake = read([str(path)])
    first, second = intake.reports
    assert (first.id, first.outlet, first.headline) == (
        "x",
        "The Ellery Post",
        "Bridge",
    )
    assert second.text == "The bridge is shut.\nIt was old."
    assert [b.kind for b in second.blocks] == ["body", "body"]
    assert second.published_at == "2024"
    assert [r.code for r in intake.rejected] == ["bad-row"]
