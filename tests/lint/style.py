"""Plain text rules that no formatter checks.

* C, headers, gnuplot scripts, shell and Python: no tabs, no blanks at line ends, no line
  over 90 characters (a line with a web address may be longer).
* These, and CMake, Markdown and JSON files: lines end in LF alone, the last one too.
  Inputs and expected outputs under tests/golden and tests/fuzz keep their own bytes.
* Each C file begins with a comment that says what the file is for.
* No notes to self in any text file (MARKS below), except CSV and TSV, whose words are
  data.
"""
import os
import re
import sys

sys.dont_write_bytecode = True
from csource import Problems, line_of, read, source_dir, walk  # noqa: E402

WIDTH = 90
CODE = (".c", ".h", ".gp", ".sh", ".py")
TEXT = (".md", ".cmake", "CMakeLists.txt", ".json", ".in")
SCRIPTS = ("bootstrap", ".ci/run")
DOT_FILES = (".ci/run", ".clang-format", ".clang-tidy", ".editorconfig", ".gitignore")
DATA = (".csv", ".tsv")
KEPT = ("tests/golden/", "tests/fuzz/")
# Written in two parts, so that this file does not hold them.
MARKS = re.compile(r"\b(?:" + "|".join(["TO" "DO", "FIX" "ME", "X" "XX"]) + r")\b")
OPENING = re.compile(r"(?:\s*/\*.*?\*/|\s*//[^\n]*)+", re.DOTALL)
OPENING_WORDS = 5


def check_lines(path, text, problems):
    for number, line in enumerate(text.split("\n"), 1):
        line, place = line.rstrip("\r"), (path, number)
        if "\t" in line:
            problems.add(place, "holds a tab", "spaces", "replace it")
        if line != line.rstrip():
            problems.add(place, "ends in blanks", "none", "remove them")
        if len(line) > WIDTH and "://" not in line:
            problems.add(place, f"has {len(line)} characters", f"at most {WIDTH}",
                         "break the line")


def check_ends(path, text, problems):
    if "\r" in text:
        place = path, line_of(text, text.index("\r"))
        problems.add(place, "holds a carriage return", "lines that end in LF alone",
                     "remove it")
    if text and not text.endswith("\n"):
        place = path, line_of(text, len(text))
        problems.add(place, "the last line has no end", "a line feed", "add it")


def check_opening(path, text, problems):
    opening = OPENING.match(text)
    words = re.findall(r"[A-Za-z]{2,}", opening.group()) if opening else []
    words = [word for word in words if not word.startswith("SPDX")]
    if len(words) < OPENING_WORDS or text[:1].isspace():
        problems.add((path, 1), "does not begin with a comment paragraph",
                     "one that says what the file is for", "write it")


def check_marks(path, text, problems):
    for match in MARKS.finditer(text):
        problems.add((path, line_of(text, match.start())), f"holds {match.group()}",
                     "finished work", "do it or take the note out")


def is_text(root, path):
    with open(os.path.join(root, path), "rb") as file:
        start = file.read(65536)
    return b"\0" not in start


def check_file(root, path, problems):
    text = read(root, path)
    kept = path.startswith(KEPT)
    code = path.endswith(CODE) or path in SCRIPTS
    if code:
        check_lines(path, text, problems)
    if code or (path.endswith(TEXT) and not kept):
        check_ends(path, text, problems)
    if path.endswith(".c"):
        check_opening(path, text, problems)
    if not path.endswith(DATA):
        check_marks(path, text, problems)


def main():
    root = source_dir()
    problems = Problems()
    paths = [path for path in walk(root) if is_text(root, path)]
    paths += [path for path in DOT_FILES if os.path.exists(os.path.join(root, path))]
    for path in paths:
        check_file(root, path, problems)
    problems.finish(f"style: {len(paths)} text files, nothing to correct")


if __name__ == "__main__":
    main()
