"""Running armstrade over a file of claims and holding its findings against a table of
expectations; the command line of both oracles."""
import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile

from claim_rules import (OPEN, REFUTED, SUPPORTED, claimed_range, read_printed,
                         self_test)

COLUMNS = ("id", "kind", "flow", "subject", "counterpart", "period", "value", "unit",
           "bound")
SKIPPED = 77
TOLERANCE = 1e-9
STATUS_OF = {REFUTED: 1, OPEN: 4, SUPPORTED: 0}
SHOWN = 20


def run_self_test():
    wrong = self_test()
    for line in wrong:
        print(line)
    print("self-test: the rounding rules " + ("FAILED" if wrong else "hold"))
    sys.exit(1 if wrong else 0)


def check_claims(program, data, claims):
    """The claims of the program's answer by id, and its exit status."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "claims.csv")
        with open(path, "w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(claims)
        done = subprocess.run([program, "check", "--claims", path, "--data", data,
                               "--format", "json"], capture_output=True, check=False)
    if done.returncode not in STATUS_OF.values():
        sys.exit(f"oracle: the program ended with status {done.returncode}: "
                 + done.stderr.decode("utf-8", "replace"))
    answer = json.loads(done.stdout)
    if answer["schema"] != "armstrade/check/1":
        sys.exit(f"oracle: armstrade/check/1 expected, got {answer['schema']}")
    return {claim["id"]: claim for claim in answer["claims"]}, done.returncode


def same_number(expected, got):
    if expected is None or got is None:
        return expected is got
    expected = float(expected)
    return abs(expected - float(got)) <= TOLERANCE * max(abs(expected), abs(float(got)))


def differences(expected, claim, keys):
    """Each key of the answer that is not what was expected, as text."""
    finding = claim["findings"][0] if claim["findings"] else {}
    found = []

    def note(key, wanted, got):
        found.append(f"{key}: {wanted} expected, got {got}")

    for key, got in (("verdict", claim["verdict"]), ("finding", finding.get("verdict"))):
        if got != expected.verdict:
            note(key, expected.verdict, got)
    if finding.get("reason") not in (expected.reasons or (None,)):
        note("reason", " or ".join(expected.reasons) or None, finding.get("reason"))
    for key in keys:
        wanted = getattr(expected, key)
        if key == "fit":
            if finding.get(key) not in ((wanted,) if wanted else ("none", None)):
                note(key, wanted, finding.get(key))
        elif not same_number(wanted, finding.get(key, "absent")):
            note(key, wanted if wanted is None else float(wanted), finding.get(key))
    return found


def misread(claim, answer):
    """What the claim's number means, by the program, where that is wrong."""
    if claim["kind"] == "rank":
        return []
    limits = claimed_range(read_printed(claim["value"]), claim["bound"] or "exact")
    return [f"claimed {key}: {None if wanted is None else float(wanted)} expected, got "
            f"{answer[key]}"
            for key, wanted in (("low", limits.low), ("high", limits.high))
            if not same_number(wanted, answer[key])]


def expected_status(expectations):
    verdicts = [expected.verdict for expected in expectations]
    return next(STATUS_OF[verdict] for verdict in (REFUTED, OPEN, SUPPORTED)
                if verdict in verdicts)


def report(program, data, drawn, keys, seed):
    """Check the drawn (claim, expectation) pairs and print what differs; the status."""
    answers, status = check_claims(program, data, [claim for claim, _ in drawn])
    failures = 0
    for claim, expected in drawn:
        answer = answers.get(claim["id"])
        found = (differences(expected, answer, keys(claim)) + misread(claim, answer)
                 if answer else ["the claim is missing from the answer"])
        failures += bool(found)
        if found and failures <= SHOWN:
            print("\n    ".join([",".join(claim[column] for column in COLUMNS)] + found))
    if failures > SHOWN:
        print(f"… and {failures - SHOWN} more")
    wanted = expected_status([expected for _, expected in drawn])
    if status != wanted:
        print(f"exit status: {wanted} expected, got {status}")
    print(summary(drawn, failures, seed))
    return 1 if failures or status != wanted else 0


def summary(drawn, failures, seed):
    def count(part, values):
        return [sum(part(pair) == value for pair in drawn) for value in values]

    share, level, rank = count(lambda pair: pair[0]["kind"], ("share", "level", "rank"))
    yes, no, unknown = count(lambda pair: pair[1].verdict, (SUPPORTED, REFUTED, OPEN))
    return (f"oracle: {len(drawn)} claims, {len(drawn) - failures} agree (seed {seed}): "
            f"{share} share, {level} level, {rank} rank; {yes} supported, {no} refuted, "
            f"{unknown} not enough information")


def main(about, defaults, make, draw, keys):
    """The command line: make(path, seed) writes a made-up file, draw(path, seed, count)
    gives (claim, expectation) pairs, keys(claim) names what is compared."""
    parser = argparse.ArgumentParser(description=about.split("\n", 1)[0])
    parser.add_argument("program", nargs="?")
    parser.add_argument("data", nargs="?")
    parser.add_argument("--made", action="store_true", help="use a made-up file")
    parser.add_argument("--count", type=int, default=defaults["count"])
    parser.add_argument("--seed", type=int, default=defaults["seed"])
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        run_self_test()
    if not options.program or bool(options.data) == options.made:
        parser.error("PROGRAM is needed, and a file or --made")
    if options.data and not os.path.exists(options.data):
        print(f"skipped: {options.data} is not there")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        path = options.data or os.path.join(folder, "made.csv")
        if options.made:
            make(path, options.seed)
        drawn = draw(path, options.seed, options.count)
        sys.exit(report(options.program, path, drawn, keys, options.seed))
