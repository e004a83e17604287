"""Checks the annotations in this folder: slots, names, and that numbers are printed.

usage: validate.py SENTENCES.jsonl [ARTICLES/]

Every number of a claim must occur in its text as digits, with or without a scale word,
or as a number word, fraction, ordinal or multiple; a rank may also be a word such as
"largest" or a place in a list. Names must be known in data/reference. Exit status 1 where
something is wrong.
"""
import csv
import glob
import html
import json
import os
import re
import sys
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
REFERENCE = os.path.join(HERE, "..", "..", "data", "reference")
KEYS = ["kind", "flow", "subject", "counterpart", "denominator", "period", "base_period",
        "period_src", "value", "unit", "bound"]
MORE_KEYS = {"low", "high", "category"}
UNITS = {
    "share": {"percent"}, "rank": {"rank"}, "multiple": {"times"}, "count": {"partners"},
    "top-n-sum": {"percent"}, "trend": {"direction"},
    "change": {"percent", "percentage_point"},
    "ratio": {"times", "percent_of", "percent_higher"},
    "level": {"USD", "EUR", "GBP", "INR", "CHF", "TIV"},
}
BOUNDS = {"exact", "about", "nearly", "over", "at_least", "under", "at_most"}
SOURCES = {"explicit", "relative", "context", None}
REASONS = {"date", "deal value", "denied", "budget", "count of items", "general trade",
           "target", "specification", "company", "people", "other"}
YEAR = r"(?:19|20)\d\d"
PERIOD = re.compile(
    rf"{YEAR}(?:-{YEAR}|H[12]|Q[1-4](?:\.\.Q[1-4])?|-\d\d(?:\.\.{YEAR}-\d\d)?)?$"
    rf"|FY{YEAR}(?:-\d\d)?(?:\.\.FY{YEAR}(?:-\d\d)?)?$")
SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "mn": 1e6, "m": 1e6,
          "crore": 1e7, "billion": 1e9, "bn": 1e9}
DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)[\s\u00a0-]*([a-z]*)")
# What words can mean: parts of a whole in per cent, plain numbers, multiples.
PARTS = {"half": 50, "third": 33.33, "two-thirds": 66.67, "quarter": 25,
         "three-quarters": 75, "fifth": 20, "two-fifths": 40, "three-fifths": 60,
         "one euro in four": 25, "nine in ten": 90, "most": 50, "all": 100}
WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "fifteen": 15,
         "seventeen": 17, "halved": 0.5, "doubled": 2, "twice": 2, "trebled": 3,
         "tripled": 3, "thrice": 3, "quadrupled": 4, "fourfold": 4, "sixfold": 6,
         "eightfold": 8, "two and a half times": 2.5, "runner-up": 2, "number one": 1,
         "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
         "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "thirteenth": 13}
TOP = re.compile(r"\b(?:largest|biggest|main|leading|chief|top|topped|best|foremost|"
                 r"highest-ranking|principal|headed|first|number one)\b", re.I)


def known_names():
    names = {"World"}
    for file in ("entities.csv", "groups.csv"):
        with open(os.path.join(REFERENCE, file), encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                names.add(row["name"])
                if file == "groups.csv":
                    names.update(row["aliases"].split(";"))
    return names - {""}


def printed_numbers(text):
    """Every number that the text may be read to print."""
    text = re.sub(r"(\d),(\d{1,2})(?!\d)", r"\1.\2", text.lower())
    numbers = set()
    for digits, word in DIGITS.findall(text):
        number = float(digits.replace(",", ""))
        numbers.update({number, number * SCALES.get(word, 1)})
    for table in (PARTS, WORDS):
        numbers.update(value for word, value in table.items()
                       if re.search(rf"\b{word}\b", text))
    return numbers


def is_printed(number, text):
    return any(abs(abs(number) - found) <= 1e-9 * max(1, found)
               for found in printed_numbers(text))


def missing_number(claim, text):
    """Whether the text does not print what the claim says."""
    if claim["kind"] == "trend":
        return claim["value"] not in ("+", "-")
    if claim["kind"] == "rank" and TOP.search(text):
        return False
    if "low" in claim:
        middle = (claim["low"] + claim["high"]) / 2
        return claim["value"] != middle or not (is_printed(claim["low"], text)
                                                and is_printed(claim["high"], text))
    return not is_printed(claim["value"], text)


def slot_problems(claim, names):
    keys = set(claim) - {"printed"}
    if not set(KEYS) <= keys or keys - set(KEYS) - MORE_KEYS:
        yield f"keys {sorted(keys)}"
        return
    if claim["unit"] not in UNITS.get(claim["kind"], ()):
        yield f"kind {claim['kind']} in {claim['unit']}"
    if claim["flow"] not in ("import", "export"):
        yield f"flow {claim['flow']}"
    if claim["bound"] not in BOUNDS or claim["period_src"] not in SOURCES:
        yield f"bound {claim['bound']}, period from {claim['period_src']}"
    for period in (claim["period"], claim["base_period"]):
        if period is not None and not PERIOD.match(period):
            yield f"period {period}"
    parties = [claim["subject"], claim["counterpart"] or "World",
               claim["denominator"] or "World"]
    yield from (f"name {name}" for party in parties for name in party.split(";")
                if name not in names)


def claim_problems(claim, text, names, implied=False):
    yield from slot_problems(claim, names)
    whole = claim["kind"] in ("share", "rank")
    if whole and (claim["counterpart"] is None) != (claim["denominator"] is not None):
        yield "a share or rank has either a counterpart or a denominator"
    if (claim["period"] is None) != (claim["period_src"] is None):
        yield f"period {claim['period']} from {claim['period_src']}"
    if not (implied and claim["kind"] == "rank") and missing_number(claim, text):
        yield f"{claim['value']} {claim['unit']} is not printed"


def listed_problems(entry, text, names):
    """Ranks that an order implies are optional, and printed nowhere."""
    for claims, implied in ((entry["claims"], False), (entry["optional_claims"], True)):
        for claim in claims:
            for problem in claim_problems(claim, text, names, implied):
                yield f"{claim['kind']} {claim['subject']} {claim['value']}: {problem}"


def sentence_problems(entry, names):
    if entry["checkable"] != bool(entry["claims"]):
        yield "checkable, but without claims, or the reverse"
    if not entry["checkable"] and entry.get("neg_reason") not in REASONS:
        yield f"reason {entry.get('neg_reason')}"
    yield from listed_problems(entry, entry["text"], names)


def one_line(text):
    """Text as a reader sees it: no tags, entities, emphasis or line breaks."""
    text = re.sub(r"(?s)<(script|style)\b.*?</\1>|<[^>]*>", " ", text)
    return " ".join(html.unescape(text).replace("*", "").split())


def article_problems(expected, source, names):
    text = one_line(source)
    yield from listed_problems(expected, text.replace("\u2011", "-"), names)
    for claim in expected["claims"]:
        if claim["printed"] not in text:
            yield f"{claim['printed']} is not in the article"
    for number in expected["no_claims"]:
        if number["text"] not in text or number["reason"] not in REASONS:
            yield f"no claim {number}"
    for number in expected.get("not_text", []):
        if number not in html.unescape(source):
            yield f"{number} is not in the file"


def read_sentences(path):
    with open(path, encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    wanted = [f"W{number:03d}" for number in range(1, len(entries) + 1)]
    if [entry["sent_id"] for entry in entries] != wanted:
        sys.exit("validate: sent_id must run from W001 without a gap")
    return entries


def article_lines(folder, names):
    """A line for each problem of the articles in a folder."""
    for path in sorted(glob.glob(os.path.join(folder, "*.expected.json"))):
        with open(path, encoding="utf-8") as file:
            expected = json.load(file)
        with open(os.path.join(folder, expected["article"]), encoding="utf-8") as file:
            source = file.read()
        for problem in article_problems(expected, source, names):
            yield f"{expected['article']}: {problem}"


def main():
    names = known_names()
    entries = read_sentences(sys.argv[1])
    wrong = [f"{entry['sent_id']}: {problem}" for entry in entries
             for problem in sentence_problems(entry, names)]
    if len(sys.argv) > 2:
        wrong += article_lines(sys.argv[2], names)
    kinds = Counter(claim["kind"] for entry in entries for claim in entry["claims"])
    with_claims = sum(entry["checkable"] for entry in entries)
    print(f"{len(entries)} sentences, {with_claims} with claims: "
          + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()))
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
