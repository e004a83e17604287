"""Sizes that keep the code readable, by brace tracking without comments and strings.

* A C file (.c) has at most 400 lines, a function at most 60, and the median function of
  the tree at most 10. A function's length runs from the first line of its head to its
  closing brace, with blank lines and comments. Tables at file scope are not functions.
* A function takes at most 5 parameters ("..." is not counted).
* Nesting is at most 3. Each if, for, while, do, switch, or macro followed by a block
  counts one level for the statements it governs, with or without braces; "else if" and
  case labels count nothing, a plain block counts one.
* The top level holds the folders and files listed below and nothing else but dot-files.
* No file is larger than 1 MiB.
The median and the longest function are always printed.
"""
import os
import re
import statistics
import sys

sys.dont_write_bytecode = True
from csource import (FLOORS, Problems, blank, blank_directives, c_files,  # noqa: E402
                     line_of, read, source_dir, walk)

FILE_LINES, FUNCTION_LINES, MEDIAN_LINES = 400, 60, 10
PARAMETERS, NESTING, FILE_BYTES = 5, 3, 1 << 20
TOP_FOLDERS = FLOORS + ["include", "tests", "out"]
TOP_FILES = ["CMakeLists.txt", "CMakePresets.json", "CMakeUserPresets.json", "README.md",
             "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "bootstrap"]
WORD = re.compile(r"\w+|\S")
CLOSING = {"(": ")", "{": "}", "[": "]"}


class Function:
    def __init__(self, path, line, name, parameters, lines, body):
        self.path, self.line, self.name = path, line, name
        self.parameters, self.lines, self.body = parameters, lines, body


def matching(text, start):
    """Offset of the bracket that closes the one at start (or the end of the text)."""
    brackets = re.compile("[" + re.escape(text[start] + CLOSING[text[start]]) + "]")
    depth = 0
    for match in brackets.finditer(text, start):
        depth += 1 if match.group() == text[start] else -1
        if depth == 0:
            return match.start()
    return len(text)


def count_parameters(inside):
    while "(" in inside:
        start = inside.index("(")
        inside = inside[:start] + inside[matching(inside, start) + 1:]
    parts = [part.strip() for part in inside.split(",")]
    return len([part for part in parts if part not in ("", "void", "...")])


def read_head(head):
    """(name, parameters) when the text before a brace is a function's head, else None."""
    head = re.sub(r"__attribute__\s*\(\(.*?\)\)(?!\s*\))", "", head, flags=re.DOTALL)
    if "=" in head or not head.rstrip().endswith(")"):
        return None
    groups, at = [], head.find("(")
    while at >= 0:
        groups.append((at, matching(head, at)))
        at = head.find("(", groups[-1][1])
    start, end = groups[-1]
    name = re.search(r"(\w+)\s*$", head[:start])
    return (name.group(1) if name else "?", count_parameters(head[start + 1:end]))


def functions(path, text):
    bare = blank_directives(blank(text))
    bare = re.sub(r'extern\s*" "\s*\{|extern\s*"\s*"\s*\{',
                  lambda match: re.sub(r"[^\n]", " ", match.group()), bare)
    at = begin = 0
    while True:
        found = re.compile(r"[;{}]").search(bare, at)
        if not found:
            return
        at = found.end()
        if found.group() != "{":
            begin = at
            continue
        end = matching(bare, found.start())
        head = bare[begin:found.start()]
        named = read_head(head)
        if named:
            first = line_of(bare, begin + len(head) - len(head.lstrip()))
            yield Function(path, first, named[0], named[1],
                           line_of(bare, end) - first + 1,
                           (bare[found.end():end], line_of(bare, found.end())))
            begin = end + 1
        at = end + 1


class Nesting:
    """A small reader of statements that notes the deepest one and its line."""

    def __init__(self, text, line):
        self.words = [(m.group(), line_of(text, m.start()) + line - 1)
                      for m in WORD.finditer(text)]
        self.at, self.deepest, self.line = 0, 0, line
        while self.at < len(self.words):
            self.statement(0)

    def word(self):
        return self.words[self.at][0] if self.at < len(self.words) else ""

    def skip_group(self):
        closing, depth, opening = CLOSING[self.word()], 0, self.word()
        while self.at < len(self.words):
            depth += {opening: 1, closing: -1}.get(self.word(), 0)
            self.at += 1
            if depth == 0:
                return

    def control(self, depth):
        if depth + 1 > self.deepest:
            self.deepest, self.line = depth + 1, self.words[self.at][1]

    def block(self, depth):
        self.at += 1
        while self.word() not in ("}", ""):
            self.statement(depth)
        self.at += 1

    def statement(self, depth):
        word = self.word()
        if word == "{":
            self.control(depth)
            self.block(depth + 1)
        elif word in ("if", "for", "while", "switch"):
            self.control(depth)
            self.governed(depth)
            while word == "if" and self.word() == "else":
                self.at += 1
                if self.word() == "if":
                    self.governed(depth)
                else:
                    self.inner(depth)
        elif word == "do":
            self.control(depth)
            self.at += 1
            self.inner(depth)
            self.simple(depth)
        elif word in ("case", "default"):
            while self.word() not in (":", ""):
                self.at += 1
            self.at += 1
        else:
            self.simple(depth)

    def governed(self, depth):
        self.at += 1
        if self.word() == "(":
            self.skip_group()
        self.inner(depth)

    def inner(self, depth):
        """What a control statement governs: a block or one statement, a level deeper."""
        if self.word() == "{":
            self.block(depth + 1)
        else:
            self.statement(depth + 1)

    def simple(self, depth):
        """Up to ';'; a label ends it; name(...) { is a macro that opens a block."""
        start = self.at
        while self.word() not in (";", "}", ""):
            if self.word() == ":" and self.at == start + 1:
                break
            if self.word() == "{" and self.is_macro_head(start):
                self.control(depth)
                self.block(depth + 1)
                return
            if self.word() in CLOSING:
                self.skip_group()
            else:
                self.at += 1
        if self.word() != "}" or self.at == start:
            self.at += 1

    def is_macro_head(self, start):
        first = self.words[start][0]
        if self.at < start + 3 or not re.match(r"[A-Za-z_]", first) or first == "return":
            return False
        if self.words[start + 1][0] != "(" or self.words[self.at - 1][0] != ")":
            return False
        here, self.at = self.at, start + 1
        self.skip_group()
        closes, self.at = self.at, here
        return closes == here


def check_function(function, problems):
    place, name = (function.path, function.line), function.name
    nesting = Nesting(*function.body)
    if function.lines > FUNCTION_LINES:
        problems.add(place, f"{name} has {function.lines} lines",
                     f"at most {FUNCTION_LINES}", "split it")
    if function.parameters > PARAMETERS:
        problems.add(place, f"{name} has {function.parameters} parameters",
                     f"at most {PARAMETERS}", "pass an options struct")
    if nesting.deepest > NESTING:
        problems.add((function.path, nesting.line),
                     f"{name} nests {nesting.deepest} levels deep", f"at most {NESTING}",
                     "return early or move the inner part out")


def check_functions(root, problems):
    found = []
    for path in c_files(root):
        text = read(root, path)
        lines = text.count("\n")
        if path.endswith(".c") and lines > FILE_LINES:
            problems.add((path, FILE_LINES + 1), f"the file has {lines} lines",
                         f"at most {FILE_LINES}", "give a part of it its own file")
        found += functions(path, text)
    for function in found:
        check_function(function, problems)
    return found


def summary(found, problems):
    if not found:
        return "sizes: no functions"
    median = statistics.median(function.lines for function in found)
    longest = max(found, key=lambda function: function.lines)
    if median > MEDIAN_LINES:
        problems.add((longest.path, longest.line),
                     f"the tree's median function has {median:g} lines",
                     f"at most {MEDIAN_LINES}",
                     f"split the long ones, {longest.name} is the longest")
    return (f"sizes: {len(found)} functions, median {median:g} lines, longest "
            f"{longest.lines} ({longest.name}, {longest.path}:{longest.line})")


def check_top(root, problems):
    for name in sorted(os.listdir(root)):
        folder = os.path.isdir(os.path.join(root, name))
        known = TOP_FOLDERS if folder else TOP_FILES
        if not name.startswith(".") and name not in known:
            problems.add((name, 1), "is at the top level", "what sizes.py lists there",
                         "move it to a floor or to tests")


def check_bytes(root, problems):
    for path in walk(root):
        size = os.path.getsize(os.path.join(root, path))
        if size > FILE_BYTES:
            problems.add((path, 1), f"has {size} bytes", f"at most {FILE_BYTES}",
                         "shorten it or make it in the build")


def main():
    root = source_dir()
    problems = Problems()
    found = check_functions(root, problems)
    print(summary(found, problems))
    check_top(root, problems)
    check_bytes(root, problems)
    problems.finish("sizes: all within the limits")


if __name__ == "__main__":
    main()
