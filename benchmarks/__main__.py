"""`make bench`: prints one table. Method: alternating runs of fresh processes, the median of each side."""

import os

from benchmarks import engine, kluis, lijst, scherm, start, verslag


def main() -> None:
    """Measure everything and print it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{'wat':<58} {'gemeten':>12} {'doel':>10}")
    parts = (start, engine, scherm, kluis, lijst, verslag)
    for name, measured, goal in (row for part in parts for row in part.measure()):
        print(f"{name:<58} {measured:>12} {goal:>10}")


if __name__ == "__main__":
    main()
