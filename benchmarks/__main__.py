"""`make bench`: prints one table. Method: alternating runs of fresh processes, the median of each side."""

import os

from benchmarks import engine, start


def main() -> None:
    """Measure everything and print it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{'wat':<58} {'gemeten':>12} {'doel':>10}")
    for name, measured, goal in (*start.measure(), *engine.measure()):
        print(f"{name:<58} {measured:>12} {goal:>10}")


if __name__ == "__main__":
    main()
