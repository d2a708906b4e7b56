"""python -m copytrees: write grown stories as JSONL reports and truth JSON."""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

from copytrees import SETTINGS, grow, load_stories, stories_from_jsonl


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--setting", choices=sorted(SETTINGS), default="medium")
    parser.add_argument("--seed", type=int, default=0, help="first seed")
    parser.add_argument("--stories", type=int, default=15)
    parser.add_argument("--held-out", action="store_true", help="rules for measuring")
    parser.add_argument(
        "--texts", type=Path, help="JSONL with story, outlet, sentences"
    )
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if args.texts:
        opened = gzip.open if args.texts.suffix == ".gz" else open
        with opened(args.texts, "rt", encoding="utf-8") as rows:
            stories = stories_from_jsonl(rows)
    else:
        stories = load_stories()
    args.out.mkdir(parents=True, exist_ok=True)
    for number in range(args.stories):
        story = stories[number % len(stories)]
        grown = grow(
            story,
            setting=args.setting,
            seed=args.seed + number // len(stories),
            held_out=args.held_out,
        )
        name = "".join(c if c.isalnum() or c in "-_" else "-" for c in grown.name)
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in grown.rows]
        (args.out / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        (args.out / f"{name}.truth.json").write_text(
            json.dumps(grown.truth, ensure_ascii=False, indent=1) + "\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
