"""From text to verdict by two ways, which must agree.

usage: round_trip.py PROGRAM SAMPLES

Each text below is checked by `check --text`; its claims are listed by `claims --format
json`, written as a claims CSV column by column and checked by `check --claims`; and so is
the CSV that `claims --format csv` writes. Slots, verdicts, findings and what claims mean
together must be the same. Texts are invented; SAMPLES is the folder data/samples.
"""
import csv
import io
import json
import os
import subprocess
import sys
import tempfile

COLUMNS = ("id", "text", "sentence", "begin", "end", "kind", "flow", "subject",
           "counterpart", "denominator", "period", "period_source", "base_period",
           "value", "unit", "low", "high", "bound", "category", "printed", "rule")
SLOTS = tuple(column for column in COLUMNS if column != "rule") + ("unjudged",)
FINDING = ("verdict", "value", "low", "high", "unit", "reason", "explanation", "rows",
           "sources")
ENDS = (0, 1, 4)
PAKISTAN, TURKIYE = "pakistan-imports.csv", "turkiye-exports.csv"

# (data, date, text, verdicts in the order of the claims): what the figures say of each
# claim was worked out by hand from the sums in the sample files.
SUPPORTED, REFUTED, OPEN = "supported", "refuted", "not-enough-info"
TEXTS = [
    # 223.6 of 2392.65 is 9.35 %; TIV are no money.
    (PAKISTAN, None,
     "In 2023, Ankara provided 11 per cent of Pakistan's total arms imports, and shipped "
     "it military equipment worth $21 million.", (REFUTED, OPEN)),
    # 2001.2 of 2392.65 is 83.6 %.
    (PAKISTAN, None,
     "China supplied about 84 per cent of Pakistan's arms imports in 2023.",
     (SUPPORTED,)),
    (PAKISTAN, None,
     "China supplied more than 80 per cent of Pakistan's arms imports in 2023.",
     (SUPPORTED,)),
    (PAKISTAN, None,
     "China supplied nearly half of Pakistan's arms imports in 2023.", (REFUTED,)),
    # In 2024 China, the Netherlands and Sweden sold most, in this order.
    (PAKISTAN, None,
     "Türkiye was the second-largest supplier of arms to Pakistan in 2023, and Sweden "
     "was the second-largest in 2024.", (SUPPORTED, REFUTED)),
    # 5284.58 of 6512.63 is 81.1 %, 2978.18 of 4034.76 is 73.8 %.
    (PAKISTAN, None,
     "China's share of Pakistan's arms imports rose to 81 per cent in 2020-24 from 74 "
     "per cent in 2015-19.", (SUPPORTED, SUPPORTED)),
    (PAKISTAN, None,
     "Pakistan imported arms worth 2.4 billion TIV in 2023 and arms worth SEK 3 billion "
     "in 2022.", (SUPPORTED, OPEN)),
    # Kinds that are not judged.
    (PAKISTAN, None,
     "Pakistan's arms imports fell by more than 20 per cent between 2014-18 and 2019-23.",
     (OPEN,)),
    (PAKISTAN, None,
     "Pakistan's arms imports doubled between 2014-18 and 2019-23, and China and Sweden "
     "together supplied 87 per cent of them in 2019-23.", (OPEN, OPEN)),
    (PAKISTAN, None, "Pakistan's arms imports have been falling.", (OPEN,)),
    (PAKISTAN, None,
     "Türkiye is currently Pakistan's second-largest arms supplier.", (OPEN,)),
    # 83.6 % in 2019-23, which is not 19 to 21.
    (PAKISTAN, "2024-05-14",
     "Over the past five years, China supplied a fifth of Pakistan's arms imports.",
     (REFUTED,)),
    # 223.6 of 699.05 is 32.0 %, and no other recipient has more.
    (TURKIYE, None,
     "Pakistan took 32 per cent of Turkish arms exports in 2023 and was their largest "
     "recipient.", (SUPPORTED, SUPPORTED)),
    (TURKIYE, None,
     "Türkiye delivered arms worth 223.6 million TIV to Pakistan in 2023.", (SUPPORTED,)),
    (TURKIYE, None,
     "Türkiye delivered arms to more than 25 countries in 2023.", (OPEN,)),
    (TURKIYE, None,
     "In the first half of 2023, 12-15 per cent of Turkish arms exports went to Ukraine.",
     (OPEN,)),
]


def run(program, arguments, text=None):
    done = subprocess.run([program, *arguments], input=text and text.encode(),
                          capture_output=True, check=False)
    if done.returncode not in ENDS:
        sys.exit(f"round trip: {' '.join(arguments)} ended with status "
                 f"{done.returncode}: " + done.stderr.decode("utf-8", "replace"))
    return done


def check(program, data, *arguments, text=None):
    done = run(program, ["check", *arguments, "--data", data, "--quiet", "--format",
                         "json"], text)
    return json.loads(done.stdout), done.returncode


def as_csv(claims):
    """The claims as `armstrade claims --format csv` has them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for claim in claims:
        row = [claim[column] for column in COLUMNS]
        writer.writerow(["" if cell is None else cell for cell in row])
    return out.getvalue()


def written_csv(program, text, dated):
    """The CSV that the program writes of a text."""
    return run(program, ["claims", "-", *dated, "--format", "csv"], text).stdout.decode()


def same(a, b):
    """Equal, numbers to all digits but the last few."""
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= 1e-12 * max(abs(a), abs(b))
    return a == b


def differences(wanted, got):
    """What a claim's answer has otherwise than another's."""
    found = [f"{slot}: {wanted[slot]!r} and {got[slot]!r}"
             for slot in SLOTS + ("verdict",) if not same(wanted[slot], got[slot])]
    for one, other in zip(wanted["findings"], got["findings"]):
        found += [f"finding's {key}: {one[key]!r} and {other[key]!r}"
                  for key in FINDING if not same(one[key], other[key])]
    return found


def compare(direct, listed, way):
    """Two answers of `check`, as (JSON, status)."""
    (one, status), (other, end) = direct, listed
    if len(one["claims"]) != len(other["claims"]) or status != end:
        return [f"{way}: {len(one['claims'])} claims and {len(other['claims'])}, status "
                f"{status} and {end}"]
    found = []
    for wanted, got in zip(one["claims"], other["claims"]):
        found += [f"{way}, claim {wanted['id']}: {line}"
                  for line in differences(wanted, got)]
    if one["consistency"] != other["consistency"] or one["summary"] != other["summary"]:
        found.append(f"{way}: what the claims mean together differs")
    return found


def try_text(program, samples, case, folder):
    data, date, text, verdicts = case
    path, dated = os.path.join(samples, data), ["--date", date] if date else []
    direct = check(program, path, "--text", "-", *dated, text=text)
    claims = json.loads(run(program, ["claims", "-", *dated, "--format", "json"],
                            text).stdout)["claims"]
    found = [] if claims else ["no claim was found"]
    files = {"by JSON": as_csv(claims), "by CSV": written_csv(program, text, dated)}
    for way, content in files.items():
        if not claims:
            continue
        name = os.path.join(folder, "claims.csv")
        with open(name, "w", encoding="utf-8", newline="") as out:
            out.write(content)
        found += compare(direct, check(program, path, "--claims", name), way)
    got = tuple(claim["verdict"] for claim in direct[0]["claims"])
    if verdicts is not None and got != verdicts:
        found.append(f"verdicts {verdicts} expected, got {got}")
    return found, len(claims)


def main():
    program, samples = sys.argv[1:]
    failures = total = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in TEXTS:
            found, count = try_text(program, samples, case, folder)
            total += count
            failures += bool(found)
            if found:
                print("\n    ".join([case[2]] + found))
    print(f"{len(TEXTS)} texts with {total} claims, {failures} of them differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
