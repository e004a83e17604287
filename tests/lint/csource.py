"""What the lint scripts share: walking the tree, and C text without comments and strings.

No git is needed: every file under the root counts, except out/, dot-folders and Python's
caches. `blank` keeps every line break and column, so places found in blanked text are
places in the file.
"""
import os
import re
import sys

FLOORS = ["data", "analysis", "plots", "report", "cli"]

TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/|//(?:\\\n|[^\n])*)"""
    r"""|(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')""",
    re.DOTALL,
)
DIRECTIVE = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.MULTILINE)


def walk(root):
    """Paths of all files, relative to root, with '/' between folders, sorted."""
    for folder, folders, files in os.walk(root):
        inner = os.path.relpath(folder, root)
        folders[:] = sorted(
            f for f in folders
            if not f.startswith(".") and f != "__pycache__"
            and not (inner == "." and f == "out")
        )
        for name in sorted(files):
            yield os.path.normpath(os.path.join(inner, name)).replace(os.sep, "/")


def c_files(root, endings=(".c", ".h")):
    return [path for path in walk(root) if path.endswith(endings)]


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8", errors="replace",
              newline="") as file:
        return file.read()


def spaces(text):
    return re.sub(r"[^\n]", " ", text)


def blank(text, strings=True):
    """The text without comments and, unless told otherwise, without strings' insides."""
    def replace(match):
        token = match.group()
        if match.group("comment"):
            return spaces(token)
        return token[0] + spaces(token[1:-1]) + token[-1] if strings else token

    return TOKEN.sub(replace, text)


def blank_directives(text):
    """Blanked text without its #-lines, whose macros need not balance."""
    return DIRECTIVE.sub(lambda match: spaces(match.group()), text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Problems:
    """Collects `path:line: what, expected, what to do`, and ends the script."""

    def __init__(self):
        self.lines = []

    def add(self, place, what, expected, advice):
        path, line = place
        self.lines.append((path, line, f"{what}, expected {expected}, {advice}"))

    def finish(self, good):
        for path, line, text in sorted(set(self.lines)):
            print(f"{path}:{line}: {text}")
        if not self.lines:
            print(good)
        sys.exit(1 if self.lines else 0)


def source_dir():
    if len(sys.argv) < 2 or not os.path.isdir(sys.argv[1]):
        sys.exit(f"usage: {os.path.basename(sys.argv[0])} SOURCE_DIR")
    return sys.argv[1]
