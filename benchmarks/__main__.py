"""`make bench`: prints one table, both sides in one run, in turns; docs/snelheid.md tells how to read it."""

import os

from benchmarks import engine, kluis, lijst, scherm, start, verslag


def main() -> None:
    """Measure everything and print it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{'wat':<62} {'gemeten':>24} {'doel':>10}")
    parts = (start, engine, scherm, kluis, lijst, verslag)
    for name, measured, goal in (row for part in parts for row in part.measure()):
        print(f"{name:<62} {measured:>24} {goal:>10}")


if __name__ == "__main__":
    main()
