"""An extract answers as the file that it was made from.

    extract_oracle.py PROGRAM DATA_FOLDER

Every CSV file below the folder that the program can read is extracted, whole and in
part. Rankings and shares of the extract must be those of the original, an extract of the
extract must hold the same lines, and the descriptor's hashes those of the files. Skips,
with status 77, where the folder is absent."""
import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile

OTHER_FILES = ("dataset", "sources")  # columns that name files or count them
NOT_KEPT = ("id", "path", "sha256", "layout", "sources")
failures = []
counts = {"files": 0, "datasets": 0, "questions": 0, "answers": 0}


def run(program, *arguments):
    return subprocess.run([program, *arguments, "--quiet"], capture_output=True,
                          text=True, encoding="utf-8")


def ask(program, path, number, *question):
    """The rows of one dataset, and what it says about itself; None for no answer."""
    done = run(program, *question, "--format", "json", "--data", path)
    if done.returncode == 4:
        return None, None
    if done.returncode != 0:
        return f"status {done.returncode}: {done.stderr}", None
    page = json.loads(done.stdout)
    rows = [{key: cell for key, cell in row.items() if key not in OTHER_FILES}
            for row in page["rows"] if row.get("dataset", "d1") == f"d{number}"]
    return rows or None, page["datasets"][number - 1]


def same_answer(program, pair, number, *question):
    original, extract = pair
    wanted, about = ask(program, original, number, *question)
    got, self = ask(program, extract, 1, *question)
    counts["questions"] += 1
    counts["answers"] += wanted is not None
    if wanted != got:
        failures.append(f"{original} d{number}: {' '.join(question)}: the extract "
                        f"answers {str(got)[:300]}, the file {str(wanted)[:300]}")
    return wanted, about, self


def body(path):
    """The lines that tell figures, coverage and vintage, not those about files."""
    with open(path, encoding="utf-8") as lines:
        return [line for line in lines
                if not line.startswith(("# layout:", "# sha256:"))]


def check_hashes(original, extract):
    with open(extract[:-4] + ".datapackage.json", encoding="utf-8") as file:
        package = json.load(file)
    resource, = package["resources"]
    source, = package["sources"]
    for told, path in ((resource, extract), (source, original)):
        with open(path, "rb") as file:
            data = file.read()
        if told["hash"] != "sha256:" + hashlib.sha256(data).hexdigest():
            failures.append(f"{path}: the descriptor has another hash")
    with open(extract, encoding="utf-8", newline="") as file:
        rows = csv.reader(line for line in file if not line.startswith("# "))
        header = next(rows)
        if header != [field["name"] for field in resource["schema"]["fields"]]:
            failures.append(f"{extract}: the descriptor has other columns")
        if any(len(row) != len(header) for row in rows):
            failures.append(f"{extract}: a row has another number of fields")
    if resource["bytes"] != os.path.getsize(extract):
        failures.append(f"{extract}: the descriptor has another size")


def years_of(extract):
    years = sorted({int(line[:4]) for line in body(extract) if line[:4].isdigit()})
    return years[0], years[-1]


def leaders(program, pair, number, periods):
    """The first parties of the world's rankings, importers and exporters."""
    found = []
    for flow in ("import", "export"):
        for period in periods:
            rows, about, self = same_answer(program, pair, number, "top", "--flow", flow,
                                            "--years", period, "--limit", "0")
            if isinstance(rows, list):
                found += [(flow, row["party"]) for row in rows[:3]]
            if about and self and ({k: about[k] for k in about if k not in NOT_KEPT} !=
                                   {k: self[k] for k in self if k not in NOT_KEPT}):
                failures.append(f"{pair[0]}: says something else about itself")
    return list(dict.fromkeys(found))


def check_part(program, pair, number, side, party, period):
    """A part answers what it covers; its own rankings are the file's."""
    part = pair[1][:-4] + "-part.csv"
    done = run(program, "extract", "--data", pair[0], "--dataset", f"d{number}", side,
               party, "--years", period, "-o", part)
    question = "top", side, party, "--years", period, "--limit", "0"
    wanted, _ = ask(program, pair[0], number, *question)
    if done.returncode == 4 and wanted is None:
        return
    got, _ = ask(program, part, 1, *question)
    if done.returncode != 0 or wanted != got:
        failures.append(f"{pair[0]}: part {side} {party} {period}: {done.stderr}"
                        f"{str(got)[:300]} instead of {str(wanted)[:300]}")


def check_dataset(program, original, number, folder):
    extract = os.path.join(folder, "extract.csv")
    again = os.path.join(folder, "again.csv")
    done = run(program, "extract", "--data", original, "--dataset", f"d{number}", "-o",
               extract)
    if done.returncode != 0:
        failures.append(f"{original} d{number}: {done.stderr}")
        return
    counts["datasets"] += 1
    pair = original, extract
    check_hashes(original, extract)
    done = run(program, "extract", "--data", extract, "-o", again)
    if done.returncode != 0 or body(extract) != body(again):
        failures.append(f"{original} d{number}: an extract of the extract differs")
    first, last = years_of(extract)
    periods = [f"{last}", f"{last - 1}", f"{max(first, last - 5)}-{last - 1}",
               f"{first}-{min(first + 2, last)}"]
    for flow, party in leaders(program, pair, number, periods):
        side = "--importer" if flow == "import" else "--exporter"
        for period in periods[1:3]:
            same_answer(program, pair, number, "top", side, party, "--years", period,
                        "--limit", "0")
            same_answer(program, pair, number, "share", side, party, "--years", period)
        check_part(program, pair, number, side, party, periods[2])


def datasets_of(program, path):
    """How many datasets a file holds; 0 where it is refused."""
    done = run(program, "extract", "--data", path, "--dataset", "d99999")
    words = done.stderr.split()
    return int(words[words.index("hold") + 1]) if "hold" in words else 0


def main():
    program, root = sys.argv[1:]
    if not os.path.isdir(root):
        print("skipped: the published files are not here")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        for parent, _, names in sorted(os.walk(root)):
            for name in sorted(name for name in names if name.endswith(".csv")):
                path = os.path.join(parent, name)
                number = datasets_of(program, path)
                counts["files"] += number > 0
                for index in range(1, number + 1):
                    check_dataset(program, path, index, folder)
    for failure in failures:
        print(failure)
    print("extracts: " + ", ".join(f"{count} {what}" for what, count in counts.items()) +
          f", {len(failures)} differences")
    if counts["answers"] == 0:
        print("nothing was answered, so nothing was compared")
    return 1 if failures or counts["answers"] == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
