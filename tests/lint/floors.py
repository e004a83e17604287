"""The floors data < analysis < plots < report < cli, and what may be called on which.

1. A file includes headers of its own floor and of floors below. A public header
   include/armstrade/x.h belongs to the floor that has x.c, a folder x, or the name x.
   Public headers include public headers only. The umbrella armstrade.h is for cli.
2. A header of an outside library is included only by the files that wrap the library;
   all other <headers> are those of C11 and POSIX.
3. Calls that print, exit, or read the environment, the clock or the locale, and calls
   that have a safer form, stay in the rooms the table CALLS names.
tests/ may do all of this. A quoted header that is not in the tree is a generated one: its
floor is the folder its path names, or the floor of the file that includes it.
"""
import os
import re
import sys

sys.dont_write_bytecode = True
from csource import (FLOORS, Problems, blank, blank_directives, c_files,  # noqa: E402
                     line_of, read, source_dir, walk)

PUBLIC = "include/armstrade/"
UMBRELLA = PUBLIC + "armstrade.h"
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)

# Outside header, the files that may include it, in words.
OUTSIDE = [
    (r"csv\.h", r"data/csv_reader\.c", "data/csv_reader.c"),
    (r"zlib\.h", r"data/input\.c", "data/input.c"),
    (r"nettle/.*", r"data/digest\.c", "data/digest.c"),
    (r"utf8proc\.h", r"data/text\.c", "data/text.c"),
    (r"gsl/.*", r"analysis/.*", "analysis/"),
    (r"jansson\.h", r"report/(json\.[ch]|.*_json\.c)", "report/json.c, *_json.c"),
    (r"curl/.*|libpq-fe\.h", r"data/engine_.*\.c", "data/engine_*.c"),
]

STANDARD = set("""
    assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal
    stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath
    threads time uchar wchar wctype
    dirent dlfcn fcntl fnmatch getopt glob langinfo libgen poll pthread pwd regex sched
    semaphore spawn strings termios unistd
    sys/ioctl sys/mman sys/resource sys/select sys/socket sys/stat sys/time sys/types
    sys/uio sys/wait
""".split())

# The program, and the one that the build runs to compile the reference tables.
PROGRAMS = r"(cli/.*|data/reference/compile(_phrases)?\.c)"
# Call, the files that may make it (a pattern), what to do instead.
CALLS = [
    (r"setlocale", None, "numbers and names are in C form everywhere; leave it out"),
    (r"popen|system", None, "start programs as plots/gnuplot.c does, without a shell"),
    (r"exit|abort", PROGRAMS, "return arms_fail(err, ...) to the caller"),
    (r"v?printf|puts|putchar|perror", PROGRAMS,
     "only cli prints; hand text back, or write to a FILE the caller gives"),
    (r"time", None, "the same input gives the same output; use SOURCE_DATE_EPOCH in cli"),
    (r"s?rand|random|drand48", None, "use a seeded generator and print its seed"),
    (r"strtod|strtof|strtold", r"data/number\.c", "read numbers with data/number.c"),
    (r"atoi|atol|atoll|atof", None, "read numbers with data/number.c"),
    (r"v?sprintf", None, "use snprintf and check what it returns"),
    (r"strcpy|strcat", None, "use memcpy with a known size, or an arena's copy"),
]
STREAM = re.compile(r"(?<![\w.>])(stdout|stderr)\b")
GETENV = re.compile(r'(?<![\w.])(?<!->)(?:secure_)?getenv[ \t]*\(\s*("[^"\n]*")?')


def floor_of_path(path):
    top = path.split("/")[0]
    return FLOORS.index(top) if top in FLOORS and "/" in path else None


class Tree:
    def __init__(self, root):
        self.root = root
        self.files = set(walk(root))
        self.rooms = {}
        for path in self.files:
            floor = floor_of_path(path)
            if floor is None:
                continue
            names = path.split("/")
            found = set(names[:-1])
            if names[-1].endswith((".c", ".c.in")):
                found.add(names[-1].split(".")[0])
            for name in found:
                self.rooms[name] = min(floor, self.rooms.get(name, floor))

    def public_floor(self, name):
        """The floor of include/armstrade/<name>, None when no room has its name."""
        stem = os.path.splitext(name)[0]
        for part in [stem.split("/")[-1], stem.split("/")[0]]:
            if part in self.rooms:
                return self.rooms[part]
        return None

    def floor(self, path):
        if path.startswith(PUBLIC):
            return self.public_floor(path[len(PUBLIC):])
        return floor_of_path(path)

    def has_public(self, name):
        """Whether it is in include/armstrade, or made by the build from <name>.in."""
        return PUBLIC + name in self.files or any(
            path.endswith("/" + name + ".in") for path in self.files)

    def resolve(self, path, name):
        """The file in the tree that path means by "name"; None when there is none."""
        beside = os.path.normpath(os.path.join(os.path.dirname(path), name))
        for place in [beside.replace(os.sep, "/"), name, "include/" + name]:
            if place in self.files:
                return place
        return None


class Checker:
    """Checks one file: its place in the house, its includes and its calls."""

    def __init__(self, tree, path, problems):
        self.tree, self.path, self.problems = tree, path, problems
        self.text = read(tree.root, path)

    def add(self, offset, what, expected, advice):
        self.problems.add((self.path, line_of(self.text, offset)), what, expected, advice)

    def order(self, at, name, floor):
        own = self.tree.floor(self.path)
        if own is not None and floor > own:
            self.add(at, f"{FLOORS[own]} includes {name} of {FLOORS[floor]}",
                     "its own floor or one below", "move the code or the header")

    def public(self, at, name):
        floor = self.tree.public_floor(name)
        if name == "armstrade.h":
            if not self.path.startswith("cli/"):
                self.add(at, "includes the umbrella armstrade.h", "the headers it uses",
                         "name them one by one")
        elif not self.tree.has_public(name):
            self.add(at, f"includes armstrade/{name}", "a header in include/armstrade",
                     "correct the name")
        elif floor is not None:
            self.order(at, "armstrade/" + name, floor)

    def private(self, at, name):
        target = self.tree.resolve(self.path, name)
        floor = floor_of_path(target or name)
        if target and target.startswith(PUBLIC):
            self.public(at, target[len(PUBLIC):])
        elif self.path.startswith("include/"):
            self.add(at, f"a public header includes {name}", "public headers only",
                     "move what it needs into include/armstrade")
        elif target and target.startswith("tests/"):
            self.add(at, f"includes {name} of tests", "nothing from tests",
                     "move the header to its floor")
        elif floor is not None:
            self.order(at, name, floor)

    def outside(self, at, name):
        for header, files, words in OUTSIDE:
            if re.fullmatch(header, name):
                if not re.fullmatch(files, self.path):
                    self.add(at, f"includes <{name}>", f"that only in {words}",
                             "call the wrapper there")
                return
        if not name.endswith(".h") or name[:-2] not in STANDARD:
            self.add(at, f"includes <{name}>", "C11, POSIX or a wrapped library",
                     "wrap it in one file and list that in tests/lint/floors.py")

    def includes(self):
        for match in INCLUDE.finditer(blank(self.text, strings=False)):
            (quote, name), at = match.groups(), match.start(1)
            if name.startswith("armstrade/"):
                self.public(at, name[len("armstrade/"):])
            elif quote == '"':
                self.private(at, name)
            else:
                self.outside(at, name)

    def calls(self):
        bare = blank_directives(blank(self.text))
        for names, files, advice in CALLS:
            if files and re.fullmatch(files, self.path):
                continue
            place = "that only in " + room(files) if files else "that nowhere"
            for match in re.finditer(rf"(?<![\w.])(?<!->)({names})[ \t]*\(", bare):
                self.add(match.start(), f"calls {match.group(1)}()", place, advice)

    def environment(self):
        if re.fullmatch(PROGRAMS, self.path):
            return
        for match in STREAM.finditer(blank_directives(blank(self.text))):
            self.add(match.start(), f"uses {match.group(1)}", "that only in cli",
                     "write to a FILE the caller gives")
        for match in GETENV.finditer(blank(self.text, strings=False)):
            if self.path != "plots/gnuplot.c" or match.group(1) != '"PATH"':
                self.add(match.start(), "calls getenv()",
                         "that only in cli, and for PATH in plots/gnuplot.c",
                         "pass the value in")

    def place(self):
        name = self.path[len(PUBLIC):]
        if self.path.startswith(PUBLIC) and self.path != UMBRELLA \
                and self.tree.public_floor(name) is None:
            self.add(0, "no floor has a C file or folder of this name", "one",
                     "name the header after the file that implements it")

    def check(self):
        self.place()
        self.calls()
        self.environment()
        if self.path != UMBRELLA:
            self.includes()


def room(pattern):
    return "cli" if pattern == PROGRAMS else pattern.replace("\\", "")


def main():
    root = source_dir()
    tree = Tree(root)
    problems = Problems()
    paths = [p for p in c_files(root) if p.split("/")[0] in FLOORS + ["include"]]
    for path in paths:
        Checker(tree, path, problems).check()
    problems.finish(f"floors: {len(paths)} files, no include or call out of place")


if __name__ == "__main__":
    main()
