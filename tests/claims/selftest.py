"""Holds score.py against programs that print fixed answers; the counts are done by hand.

usage: selftest.py
"""
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def claim(value, **slots):
    """A share of Peru's imports that Chile has, unless told otherwise."""
    whole = {"kind": "share", "flow": "import", "subject": "Peru", "counterpart": "Chile",
             "denominator": None, "period": "2019-2023", "base_period": None,
             "value": value, "unit": "percent", "period_src": "explicit", "rule": "of"}
    return {**whole, **slots}


def amount(**slots):
    return claim(21000000, **{"kind": "level", "counterpart": "World", "unit": "USD",
                              **slots})


def trend(sign, counterpart):
    return claim(sign, kind="trend", counterpart=counterpart, unit="direction")


SECOND = claim(2, kind="rank", unit="rank")
ANNOTATED = [
    {"claims": [claim(11), amount(), trend("-", None)], "optional_claims": [SECOND]},
    {"claims": [], "optional_claims": []},
]
# Each answer, given to both documents, and what must be printed about it.
ANSWERS = [
    # All right in the first: 1 % off, World or nobody as counterpart, the optional rank.
    ([claim(11.1), amount(counterpart=None), trend("-", "World"), SECOND],
     ["sentences  precision 0.500  recall 1.000  F1 0.667",
      "claims     precision 0.429  recall 1.000  F1 0.600",
      "periods    right 1.000  (3 of 3)",
      "of        8      3         1      4      0.429"]),
    # 3 % off, the other direction, another period, World as the partner of a share.
    ([claim(11.3), trend("+", None), amount(period="2023"),
      claim(11, counterpart="World")],
     ["claims     precision 0.125  recall 0.333  F1 0.182",
      "periods    right 0.000  (0 of 1)"]),
    # Nothing at all.
    ([], ["claims     precision 0.000  recall 0.000  F1 0.000"]),
]


def write_annotations(path):
    with open(path, "w", encoding="utf-8") as file:
        for number, entry in enumerate(ANNOTATED, 1):
            whole = {"sent_id": f"W{number:03d}", "source_date": "2024-03-11",
                     "text": "Lima.", **entry}
            file.write(json.dumps(whole) + "\n")


def write_program(path, answer, status):
    with open(path, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\ncat > /dev/null\ncat <<'END'\n"
                   + json.dumps({"claims": answer}) + f"\nEND\nexit {status}\n")
    os.chmod(path, 0o755)


def run(program, annotations, *options):
    done = subprocess.run([sys.executable, os.path.join(HERE, "score.py"), program,
                           annotations, *options], capture_output=True, text=True,
                          check=False)
    return done.returncode, done.stdout


def problems(folder):
    program = os.path.join(folder, "fake")
    annotations = os.path.join(folder, "set.jsonl")
    write_annotations(annotations)
    for answer, wanted in ANSWERS:
        write_program(program, answer, 0 if answer else 4)
        status, text = run(program, annotations, "--rules", "--show", "9")
        yield from (f"{line!r} expected in\n{text}" for line in wanted
                    if line not in text)
        if status != 0:
            yield f"status {status} without --least-f1"
    write_program(program, ANSWERS[0][0], 0)
    for least, wanted in (("0.59", 0), ("0.61", 1)):
        status, _ = run(program, annotations, "--least-f1", least)
        if status != wanted:
            yield f"status {status} with --least-f1 {least}, expected {wanted}"
    write_program(program, [], 3)
    status, text = run(program, annotations)
    if status != 1 or "2 runs failed" not in text:
        yield f"a program that fails gives status {status} and\n{text}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        wrong = list(problems(folder))
    for line in wrong:
        print(line)
    print("score.py: " + ("FAILED" if wrong else "the counts are right"))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
