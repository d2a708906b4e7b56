"""`compare` writes the apparatus and the annotations beside its result."""

from __future__ import annotations

import json

from lxml import etree
from typer.testing import CliRunner

from synoptic.cli import app


def test_compare_writes_tei_and_annotations(tmp_path, request):
    folder = request.config.rootpath / "examples" / "merrow-lagoon"
    inputs = [str(folder / name) for name in ("norden.txt", "harbour-daily.txt")]
    tei, notes = tmp_path / "a.xml", tmp_path / "a.json"
    done = CliRunner().invoke(
        app,
        ["compare", *inputs, "--fast", "--tei", str(tei), "--annotations", str(notes)],
    )
    assert done.exit_code == 0
    assert f"TEI written to {tei}" in done.stderr
    root = etree.fromstring(tei.read_bytes())
    assert len(root.findall(".//{*}witness")) == 2
    assert json.loads(notes.read_text())["total"] > 10
