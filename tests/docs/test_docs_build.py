"""The documentation builds, with warnings as errors and every reference found."""

import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
SECONDS = 120


def test_documentation_builds_without_a_warning(tmp_path: Path) -> None:
    options = ["-W", "--keep-going", "-n", "-q", "-b", "html"]
    trees, pages = str(tmp_path / "trees"), str(tmp_path / "html")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, "-d", trees, str(DOCS), pages],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "html" / "index.html").stat().st_size > 0
