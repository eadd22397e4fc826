"""CPU seconds of `briefing analyse` on a set of documents, Python's start included, beside an empty Python.

python tests/benchmarks/analyse_cpu.py [SOURCE...]        (the shipped examples unless told otherwise)
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys

from briefing import examples

RUNS = 5


def cpu_seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def main() -> None:
    sources = sys.argv[1:] or [str(path) for path in examples.paths()]
    ours = [sys.executable, "-m", "briefing", "analyse", *sources, "--json", "-"]
    empty = [sys.executable, "-c", "pass"]
    cpu_seconds(ours)
    analyse = statistics.median(cpu_seconds(ours) for _ in range(RUNS))
    start = statistics.median(cpu_seconds(empty) for _ in range(RUNS))
    print(f"briefing analyse, {len(sources)} sources: {analyse:.2f} CPU-s, {analyse / start:.0f} times an empty Python")


if __name__ == "__main__":
    main()
