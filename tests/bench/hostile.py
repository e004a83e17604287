"""What texts that try to break the reading of claims cost: work and memory.

    hostile.py PROGRAM [--large] [--bytes 200000]

Each pattern is repeated to a text of so many bytes and to one twice as long, and the
instructions of `PROGRAM claims` are counted by valgrind (no clock), less those of an
empty text; a ratio above 2.2 is no longer in proportion and ends in status 1. With
--large each text has 10 MB and is read once, outside valgrind: it must not break the
program, and the peak of its memory is shown for each megabyte of text."""
import argparse
import os
import re
import subprocess
import sys
import tempfile

MEGABYTE = 1000 * 1000
PATTERNS = {
    "digits": "7",
    "digits apart": "7 ",
    "groups of digits": "0,000,",
    "points": "0.000.",
    "per cent": "1% ",
    "per cent of": "1% of ",
    "rise and fall": "rise fall ",
    "superlatives": "largest second-largest ",
    "names": "Peru ",
    "listed names": "Peru, ",
    "joined names": "Peru and Chile, ",
    "owners": "Peru's Chile's ",
    "pronouns": "its which the latter ",
    "flows": "arms imports ",
    "verbs": "bought sold ",
    "years": "in 2019 ",
    "told periods": "the same period ",
    "half a period": "between 2013 and ",
    "half a range": "$1-",
    "half a name": "the Democratic Republic of the ",
    "brackets": "(",
    "hyphens": "-",
    "apostrophes": "'",
    "no blanks": "Peru'sarmsimportsroseby1%,",
    "directions": "\u202e1\u2066% ",
    "look-alikes": "P\u0430kistan ",
    "a sentence without an end": "Peru's arms imports rose by 1%, ",
    "claims": "Peru's arms imports rose by 12 per cent in 2019. ",
    "dropped claims": "Egypt supplied 5 per cent of Egypt's arms imports. ",
    "numbers": "It rained for 5 days. ",
    "superlative claims": "Peru is the largest arms importer. ",
    "lists": "Peru (5 %), Chile (6 %) and Spain (7 %). ",
    "paragraphs": "Its imports fell.\n\n",
    "headings": "# Arms of Peru\n\n",
    "items": "- Peru (5 %)\n",
    "cells": "| Peru | 5 % |\n",
}


def write(path, pattern, size):
    unit = pattern.encode()
    with open(path, "wb") as file:
        file.write((unit * (size // len(unit) + 1))[:size])


def instructions(program, path):
    """Those that are executed while a text is read."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
               program, "claims", path, "--format", "csv"]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          text=True)
    found = re.search(r"Collected : ([0-9]+)", done.stderr)
    if not found or done.returncode not in (0, 4):
        sys.exit(f"hostile.py: {' '.join(command)}: status {done.returncode}")
    return int(found.group(1))


def growth(program, folder, size):
    """Prints each pattern's instructions a byte and their ratio; False above 2.2."""
    path, good = os.path.join(folder, "text"), True
    open(path, "wb").close()
    start = instructions(program, path)
    for name, pattern in PATTERNS.items():
        counts = []
        for length in (size, 2 * size):
            write(path, pattern, length)
            counts.append(instructions(program, path) - start)
        ratio = counts[1] / counts[0]
        good = good and ratio <= 2.2
        print(f"{name}: {counts[1] / 2 / size:.0f} instructions a byte, "
              f"twice the text {ratio:.2f} times the work"
              f"{'' if ratio <= 2.2 else ' (not in proportion)'}", flush=True)
    return good


def peak(program, path):
    """The largest size of the program's memory in bytes, and how it ended."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.execv(program, [program, "claims", path, "--format", "csv"])
    _, status, used = os.wait4(pid, 0)
    return used.ru_maxrss * 1024, os.waitstatus_to_exitcode(status)


def large(program, folder):
    path, good = os.path.join(folder, "text"), True
    for name, pattern in PATTERNS.items():
        write(path, pattern, 10 * MEGABYTE)
        most, status = peak(program, path)
        good = good and status in (0, 3, 4)
        print(f"{name}: {most / 10 / MEGABYTE:.1f} MB a megabyte, status {status}",
              flush=True)
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--bytes", type=int, default=200000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        good = (large(asked.program, folder) if asked.large
                else growth(asked.program, folder, asked.bytes))
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
