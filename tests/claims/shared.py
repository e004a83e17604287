"""Runs the scorer of sentences that are not part of this project, and reads what it says.

usage: shared.py PROGRAM FOLDER --least-f1 X

FOLDER holds score.py, which prints a line "claims … F1 0.950", and the quoted sentences
that it scores. Exit status 77 (skipped) where it is absent, 1 where the F1 of the claims
is under X, a run failed or the line is missing, else 0.
"""
import argparse
import os
import re
import subprocess
import sys

SKIPPED = 77
SECONDS = 500
F1 = re.compile(r"^claims\b.*\bF1 +([0-9.]+)", re.MULTILINE)
FAILED = re.compile(r"^runs that failed: +([0-9]+)", re.MULTILINE)


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--least-f1", type=float, required=True, metavar="X",
                        help="the least F1 of the claims that is good enough")
    return parser.parse_args()


def main():
    options = read_options()
    scorer = os.path.join(options.folder, "score.py")
    if not os.path.exists(scorer):
        print("skipped: the annotated sentences are not beside the checkout")
        sys.exit(SKIPPED)
    done = subprocess.run([sys.executable, scorer, options.program], check=False,
                          capture_output=True, text=True, timeout=SECONDS)
    print(done.stdout + done.stderr, end="")
    score, failed = F1.search(done.stdout), FAILED.search(done.stdout)
    if done.returncode != 0 or not score or (failed and int(failed.group(1)) > 0):
        sys.exit("shared: the scorer did not come to an end")
    if float(score.group(1)) < options.least_f1:
        sys.exit(f"shared: F1 {score.group(1)}, at least {options.least_f1} expected")


if __name__ == "__main__":
    main()
