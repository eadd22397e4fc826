"""How long the PDF writer takes, and how much memory, beside typst on the same content in the same run.

`python tests/benchmarks/pdf_typst.py` (needs the package `typst`, and nothing else running) prints, for some 230 pages
with 2,000 footnotes and ten tables of 100 rows: seconds, seconds of CPU and peak memory of both, each the best of
three processes, turn by turn; the time of ten pages; and the exponent of time over pages (1: linear).
`--keep FOLDER` leaves the files there, and one of 300 pages with 2,000 notes, to ask veraPDF of them.
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pdf_content

FONTS = Path(__file__).parents[2] / "briefing" / "writers" / "pdf" / "fonts"
TURNS = 3
SIZES = (pdf_content.Amount(60, 240, 1), pdf_content.Amount(125, 500, 2), pdf_content.Amount(250, 1000, 5))


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of CPU, megabytes at the peak."""

    seconds: float
    cpu: float
    megabytes: float


def ours(amount: pdf_content.Amount) -> bytes:
    from briefing.writers.pdf import write_pdf

    return write_pdf(pdf_content.document(amount))


def typst(amount: pdf_content.Amount) -> bytes:
    import typst as engine

    data = pdf_content.typst_data(pdf_content.document(amount))
    made: bytes = engine.compile(
        pdf_content.TYPST.encode(),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        format="pdf",
        pdf_standards=["a-2a"],
    )
    return made


def measured(writer: str, amount: pdf_content.Amount, out: Path) -> Cost:
    """The cost of one process that writes one file, start and imports included."""
    numbers = f"{amount.paragraphs},{amount.notes},{amount.tables},{amount.rows}"
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, __file__, "--write", writer, numbers, str(out)])
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{writer} failed")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def least(costs: list[Cost]) -> Cost:
    return Cost(*(min(getattr(cost, name) for cost in costs) for name in ("seconds", "cpu", "megabytes")))


def pages(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def compare(folder: Path) -> None:
    costs: dict[str, list[Cost]] = {"ours": [], "typst": []}
    for _ in range(TURNS):
        for writer, found in costs.items():
            found.append(measured(writer, pdf_content.LARGE, folder / f"{writer}.pdf"))
    best = {writer: least(found) for writer, found in costs.items()}
    for writer, cost in best.items():
        count = pages(folder / f"{writer}.pdf")
        print(f"{writer}: {count} pages, {cost.seconds:.2f} s, {cost.cpu:.2f} s CPU, {cost.megabytes:.0f} MB")
    mine, other = best["ours"], best["typst"]
    print(f"time {mine.seconds / other.seconds:.2f}, CPU {mine.cpu / other.cpu:.2f} of typst's")
    print(f"memory {mine.megabytes / other.megabytes:.2f} of typst's")


def small(folder: Path) -> None:
    """Ten pages in a process that has the writer already, and in a new one."""
    ours(pdf_content.SMALL)
    times = []
    for _ in range(TURNS * 3):
        whole = pdf_content.document(pdf_content.SMALL)
        from briefing.writers.pdf import write_pdf

        start = time.perf_counter()
        write_pdf(whole)
        times.append(time.perf_counter() - start)
    fresh = least([measured("ours", pdf_content.SMALL, folder / "small.pdf") for _ in range(TURNS)])
    count = pages(folder / "small.pdf")
    print(f"{count} pages: {min(times):.2f} s; {fresh.seconds:.2f} s in a new process, Python's start included")


def growth() -> None:
    from briefing.writers.pdf import write_pdf

    seen: list[tuple[float, float]] = []
    for amount in (*SIZES, pdf_content.LARGE):
        whole = pdf_content.document(amount)
        times = []
        for _ in range(2):
            start = time.process_time()
            write_pdf(whole)
            times.append(time.process_time() - start)
        seen.append((math.log(amount.paragraphs), math.log(min(times))))
    middle = [sum(one[axis] for one in seen) / len(seen) for axis in (0, 1)]
    over = sum((x - middle[0]) * (y - middle[1]) for x, y in seen)
    print(f"time grows with the pages to the power of {over / sum((x - middle[0]) ** 2 for x, _ in seen):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", nargs=3, metavar=("WRITER", "AMOUNT", "OUT"))
    parser.add_argument("--keep", default="", metavar="FOLDER")
    arguments = parser.parse_args()
    if arguments.write:
        writer, numbers, out = arguments.write
        amount = pdf_content.Amount(*map(int, numbers.split(",")))
        Path(out).write_bytes((ours if writer == "ours" else typst)(amount))
        return
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(arguments.keep or scratch)
        if arguments.keep:
            (folder / "longest.pdf").write_bytes(ours(pdf_content.LONGEST))
        compare(folder)
        small(folder)
        growth()


if __name__ == "__main__":
    main()
