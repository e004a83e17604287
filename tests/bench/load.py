"""How much loading costs: the CPU time of a whole answer against that of a program that
only runs libcsv over the same file.

    load.py PROGRAM PLAIN [--rows 30000] [--runs 15] [FILE]

Runs both in turn and prints the ratio, pair by pair, as minimum, median and maximum.
Without FILE, made-up files in several layouts are used. It asserts nothing: times belong
to machines."""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from made import LAYOUTS, write  # noqa: E402


def cpu_time(command):
    """Seconds of CPU time."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime


def measure(asked, path, options):
    answer = [asked.program, "top", "--importer", "Pakistan", "--year", "2022",
              "--quiet", "--data", path, *options]
    ratios = []
    for run in range(asked.runs + 1):
        mine = cpu_time(answer)
        other = cpu_time([asked.plain, path])
        if run > 0:  # the first pair warms up
            ratios.append(mine / max(other, 1e-6))
    return ratios


def report(asked, name, path, options):
    ratios = measure(asked, path, options)
    print(f"{name}: {os.path.getsize(path) / 1e6:.1f} MB, CPU time {min(ratios):.2f} / "
          f"{statistics.median(ratios):.2f} / {max(ratios):.2f} times that of libcsv "
          f"alone (min / median / max of {asked.runs} pairs)")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("plain")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--rows", type=int, default=30000)
    parser.add_argument("--runs", type=int, default=15)
    asked = parser.parse_args()
    if asked.file:
        report(asked, os.path.basename(asked.file), asked.file, [])
        return
    with tempfile.TemporaryDirectory() as folder:
        for layout, (_, _, options) in LAYOUTS.items():
            path = os.path.join(folder, layout + ".csv")
            write(layout, path, asked.rows)
            report(asked, layout, path, options)


if __name__ == "__main__":
    main()
