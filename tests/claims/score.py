"""Scores `armstrade claims --format json` against annotated sentences or articles.

usage: score.py PROGRAM SENTENCES.jsonl|ARTICLES/ [--rules] [--show N] [--least-f1 X]

Each sentence is a document of its own on standard input, with its date; a context line
stands before it as a paragraph. Articles are given by their path. A claim is right where
kind, flow, subject, counterpart, value (within 1.1 %) and unit are those of an annotated
claim, and each annotated claim can be met once. Optional claims are neither missed nor
extra. A period is right where it is the annotated one, letter by letter; those that the
text states (explicit, relative) count, of claims that are right.
Exit status 1 where the F1 of the claims is under X or a run failed, else 0.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
import unicodedata
from collections import Counter, namedtuple

TOLERANCE = 0.011
SECONDS = 20
FINE = (0, 4)  # 4: no claim found
SLOTS = ("kind", "flow", "subject", "counterpart", "denominator", "period", "base_period",
         "value", "unit")
# Kinds for which an empty counterpart and World are the same.
OPEN_ENDED = {"level", "change", "multiple", "trend", "count"}
STATED = {"explicit", "relative"}
OTHER_NAMES = {
    "turkey": "turkiye", "usa": "united states", "uk": "united kingdom",
    "uae": "united arab emirates", "viet nam": "vietnam", "czech republic": "czechia",
    "russian federation": "russia", "republic of korea": "south korea",
    "gulf cooperation council": "gulf states", "gcc": "gulf states",
    "western africa": "west africa", "eastern africa": "east africa",
    "eastern asia": "east asia", "eu": "european union",
}

Document = namedtuple("Document", "name date text path claims optional")
# What became of a document: (annotated, found) pairs, and what is left on either side.
Outcome = namedtuple("Outcome", "document right optional missed extra")


def plain(name):
    """A name, or several joined by ';', without accents, case, order and article."""
    letters = unicodedata.normalize("NFKD", name or "").lower()
    letters = "".join(c for c in letters if not unicodedata.combining(c))
    parts = [part.strip().removeprefix("the ") for part in letters.split(";")]
    return ";".join(sorted(OTHER_NAMES.get(part, part) for part in parts))


def as_number(value):
    """A claim's value as a number; a direction as its sign."""
    if value in ("+", "-"):
        return float(value + "1")
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def same_value(wanted, got):
    wanted, got = as_number(wanted), as_number(got)
    if wanted is None or got is None:
        return False
    return abs(wanted - got) <= TOLERANCE * max(abs(wanted), abs(got))


def same_counterpart(wanted, got):
    wanted_name, got_name = plain(wanted["counterpart"]), plain(got.get("counterpart"))
    if wanted["kind"] in OPEN_ENDED:
        wanted_name, got_name = (name or "world" for name in (wanted_name, got_name))
    return wanted_name == got_name


def is_right(wanted, got):
    return (all(wanted[slot] == got.get(slot) for slot in ("kind", "flow", "unit"))
            and plain(wanted["subject"]) == plain(got.get("subject"))
            and same_counterpart(wanted, got)
            and same_value(wanted["value"], got.get("value")))


def same_period(wanted, got):
    return (wanted["period"] or "") == (got.get("period") or "")


def pair_up(wanted_claims, found):
    """Pairs of claims that agree, those with the right period first, and the rest."""
    pairs, missed, left = [], [], list(found)
    for wanted in wanted_claims:
        hits = [got for got in left if is_right(wanted, got)]
        hits.sort(key=lambda got: not same_period(wanted, got))
        if hits:
            pairs.append((wanted, hits[0]))
            left = [got for got in left if got is not hits[0]]
        else:
            missed.append(wanted)
    return pairs, missed, left


def read_sentences(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            paragraphs = [entry.get("context"), entry["text"]]
            yield Document(entry["sent_id"], entry["source_date"],
                           "\n\n".join(filter(None, paragraphs)), None, entry["claims"],
                           entry["optional_claims"])


def read_articles(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*.expected.json"))):
        with open(path, encoding="utf-8") as file:
            entry = json.load(file)
        yield Document(entry["article"], entry["source_date"], None,
                       os.path.join(folder, entry["article"]), entry["claims"],
                       entry["optional_claims"])


def run(program, document):
    """The claims that the program finds, or None and why it failed."""
    command = [program, "claims", "--format", "json"]
    if document.date:
        command += ["--date", document.date]
    command.append(document.path or "-")
    text = (document.text or "").encode("utf-8")
    try:
        done = subprocess.run(command, input=text, capture_output=True, check=False,
                              timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return None, f"no answer after {SECONDS} seconds"
    if done.returncode not in FINE:
        told = done.stderr.decode("utf-8", "replace").strip()
        return None, f"status {done.returncode}: {told}"
    if done.returncode == 4 and not done.stdout.strip():
        return [], ""
    try:
        return list(json.loads(done.stdout)["claims"]), ""
    except (ValueError, KeyError, TypeError) as error:
        return None, f"not the expected JSON: {error!r}"


def judge(document, found):
    right, missed, left = pair_up(document.claims, found)
    optional, _, extra = pair_up(document.optional, left)
    return Outcome(document, right, optional, missed, extra)


def rates(right, extra, missed):
    """Precision, recall and F1; 0 where there is nothing to divide by."""
    precision = right / (right + extra) if right + extra else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def sentence_rates(outcomes):
    """Whether anything is found where something is claimed, whatever it is."""
    counts = Counter()
    for outcome in outcomes:
        document = outcome.document
        found = bool(outcome.right or outcome.optional or outcome.extra)
        if document.claims:
            counts["right" if found else "missed"] += 1
        elif found and not document.optional:
            counts["extra"] += 1
    return rates(counts["right"], counts["extra"], counts["missed"])


def claim_rates(outcomes):
    return rates(*(sum(len(getattr(outcome, part)) for outcome in outcomes)
                   for part in ("right", "extra", "missed")))


def print_periods(outcomes):
    stated = [same_period(wanted, got) for outcome in outcomes
              for wanted, got in outcome.right
              if wanted["period"] and wanted["period_src"] in STATED]
    right = sum(stated)
    rate = right / len(stated) if stated else 0.0
    print(f"periods    right {rate:.3f}  ({right} of {len(stated)})")


def print_kinds(outcomes):
    right, extra, missed = Counter(), Counter(), Counter()
    for outcome in outcomes:
        right.update(wanted["kind"] for wanted, _ in outcome.right)
        extra.update(str(got.get("kind")) for got in outcome.extra)
        missed.update(wanted["kind"] for wanted in outcome.missed)
    print("\nkind        precision  recall   right  extra  missed")
    for kind in sorted(set(right) | set(extra) | set(missed)):
        counts = right[kind], extra[kind], missed[kind]
        precision, recall, _ = rates(*counts)
        print(f"{kind:<12}{precision:9.3f}{recall:8.3f}{counts[0]:8}{counts[1]:7}"
              f"{counts[2]:8}")


def print_rules(outcomes):
    counts = {part: Counter() for part in ("right", "optional", "extra")}
    for outcome in outcomes:
        for part in ("right", "optional"):
            counts[part].update(str(got.get("rule")) for _, got in getattr(outcome, part))
        counts["extra"].update(str(got.get("rule")) for got in outcome.extra)
    fired = sum(counts.values(), Counter())
    width = max([len("rule"), *map(len, fired)]) + 2
    print(f"\n{'rule':<{width}}fired  right  optional  wrong  precision")
    for rule, times in sorted(fired.items(), key=lambda item: (-item[1], item[0])):
        right, wrong = counts["right"][rule], counts["extra"][rule]
        print(f"{rule:<{width}}{times:5}{right:7}{counts['optional'][rule]:10}{wrong:7}"
              f"{rates(right, wrong, 0)[0]:11.3f}")


def in_words(claim):
    return ", ".join(f"{slot} {claim[slot]}" for slot in SLOTS
                     if claim.get(slot) is not None)


def print_differences(outcomes, limit):
    """The first documents in which a claim is missed or made up."""
    differing = [outcome for outcome in outcomes if outcome.missed or outcome.extra]
    for outcome in differing[:limit]:
        document = outcome.document
        print(f"{document.name} {document.date} {document.text or ''}")
        for claim in outcome.missed:
            print("    missed:", in_words(claim))
        for claim in outcome.extra:
            rule = f"  [{claim['rule']}]" if claim.get("rule") else ""
            print("    extra: ", in_words(claim) + rule)
        print()


def score(program, documents):
    outcomes, failed = [], 0
    for document in documents:
        found, why = run(program, document)
        if found is None:
            failed += 1
            print(f"failed: {document.name}: {why}")
        outcomes.append(judge(document, found or []))
    return outcomes, failed


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program")
    parser.add_argument("annotations", help="a JSON Lines file or a folder of articles")
    parser.add_argument("--rules", action="store_true", help="the score of every rule")
    parser.add_argument("--show", type=int, default=0, metavar="N",
                        help="print N documents with missed or extra claims")
    parser.add_argument("--least-f1", type=float, default=0.0, metavar="X",
                        help="the least F1 of the claims that is good enough")
    return parser.parse_args()


def main():
    options = read_options()
    folder = os.path.isdir(options.annotations)
    documents = list((read_articles if folder else read_sentences)(options.annotations))
    if not documents:
        sys.exit(f"score: nothing annotated in {options.annotations}")
    outcomes, failed = score(options.program, documents)
    print_differences(outcomes, options.show)
    line = "precision {:.3f}  recall {:.3f}  F1 {:.3f}"
    claims = claim_rates(outcomes)
    print("articles   " if folder else "sentences  ", end="")
    print(line.format(*sentence_rates(outcomes)))
    print("claims     " + line.format(*claims))
    print_periods(outcomes)
    print_kinds(outcomes)
    if options.rules:
        print_rules(outcomes)
    if failed:
        print(f"\n{failed} runs failed")
    sys.exit(1 if failed or claims[2] < options.least_f1 else 0)


if __name__ == "__main__":
    main()
