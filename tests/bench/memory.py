"""What a flow costs in memory: the bytes that a loaded file holds, by layout.

    memory.py HELD [--rows 100000]

A file of so many rows and one twice as long, with the same names but for what the
layout itself numbers, are loaded; the difference is divided by the flows that came in.
It asserts nothing: the allocator's account belongs to a machine."""
import argparse
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from made import LAYOUTS, write  # noqa: E402


def held(program, path):
    """Flows and bytes."""
    done = subprocess.run([program, path], stdout=subprocess.PIPE, check=True)
    return [int(word) for word in done.stdout.split()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("held")
    parser.add_argument("--rows", type=int, default=100000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for layout in LAYOUTS:
            counts = []
            for rows in (asked.rows, 2 * asked.rows):
                path = os.path.join(folder, f"{rows}.csv")
                write(layout, path, rows)
                counts.append(held(asked.held, path))
            (flows, first), (more, last) = counts
            print(f"{layout}: {(last - first) / (more - flows):.1f} bytes a flow "
                  f"({last / more:.1f} with names and all, {more} flows)")


if __name__ == "__main__":
    main()
