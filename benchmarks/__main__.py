"""`python -m benchmarks`: run every benchmark of speed, one after the other."""

from __future__ import annotations

from benchmarks.compare_speed import main

if __name__ == "__main__":
    main()
