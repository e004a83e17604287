"""The lint scripts find what they are for: each rule is broken once in a small tree.

Every case changes one file of a clean tree and names the script, the place it must report
and words of the message. The clean tree must pass all scripts.
"""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
SKIP = 77
HEAD = "/* A small file that the lint scripts are tried on. */\n"

CLEAN = {
    ".clang-format": None,
    "README.md": "Read me.\n",
    "include/armstrade/armstrade.h": '#include "armstrade/share.h"\n',
    "include/armstrade/number.h": "int arms_number_read(const char *text);\n",
    "include/armstrade/share.h":
        '#include "armstrade/number.h"\n#include <stddef.h>\nint arms_share(size_t n);\n',
    "include/armstrade/claims.h": "int arms_claims(void);\n",
    "data/arena.h": "#include <sys/types.h>\nssize_t arena_room(void);\n",
    "data/number.c": HEAD + """#include "armstrade/number.h"

#include "arena.h"
#include <stdlib.h>

static const char *const words[] = {
    "exit(1) { // no comment",
    "}",
};

int arms_number_read(const char *text)
{
    return (int)strtod(text, NULL) + words[0][0]; /* not abort() */
}
""",
    "analysis/share.c": HEAD + """#include "data/arena.h"
#include <gsl/gsl_math.h>

int arms_share(size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i == 1) {
            while (n > 3)
                n--;
        } else if (i == 2) {
            n = (size_t)(struct { int a; }){1}.a;
        } else {
            n++;
        }
    }
    return 0;
}
""",
    "analysis/claims/claim.c": HEAD,
    "plots/gnuplot.c": HEAD + """#include <stdlib.h>

const char *path(void)
{
    return getenv("PATH");
}
""",
    "report/json.h": "int json(void);\n",
    "cli/main.c": HEAD + """#include "armstrade/armstrade.h"
#include <stdio.h>

int main(void)
{
    printf("done\\n");
    return 0;
}
""",
    "tests/test.h": "int test(void);\n",
    "tests/unit/test_number.c": HEAD + '#include "data/arena.h"\n',
}


def function(name, lines):
    """A function of that many lines."""
    return f"int {name}(void)\n{{\n" + "    ;\n" * (lines - 4) + "    return 0;\n}\n"


DEEP = """int deep(int n)
{
    if (n)
        for (;;)
            while (n)
                if (n == 3)
                    return 1;
    return 0;
}
"""

# Script, file, what is appended to it or put in its place, line reported, words.
APPEND = [
    ("floors", "data/number.c", '#include "analysis/share.h"\n', 0, "of analysis"),
    ("floors", "data/number.c", '#include "armstrade/share.h"\n', 0, "of analysis"),
    ("floors", "data/number.c", "#include <armstrade/claims.h>\n", 0, "of analysis"),
    ("floors", "plots/gnuplot.c", '#include "../report/json.h"\n', 0, "of report"),
    ("floors", "report/json.h", "#include <armstrade/armstrade.h>\n", 0, "umbrella"),
    ("floors", "report/json.h", "#include <armstrade/lost.h>\n", 0, "correct the name"),
    ("floors", "report/json.h", '#include "data/arena.h"\n', None, ""),
    ("floors", "report/json.h", '#include "../tests/test.h"\n', 0, "of tests"),
    ("floors", "include/armstrade/share.h", '#include "data/arena.h"\n', 0, "public"),
    ("floors", "include/armstrade/number.h", '#include "share.h"\n', 0, "of analysis"),
    ("floors", "include/armstrade/lost.h", "int lost;\n", 0, "no floor has"),
    ("floors", "data/number.c", "#include <csv.h>\n", 0, "csv_reader.c"),
    ("floors", "data/number.c", "#include <zlib.h>\n", 0, "input.c"),
    ("floors", "data/number.c", "#include <nettle/sha2.h>\n", 0, "digest.c"),
    ("floors", "data/number.c", "#include <utf8proc.h>\n", 0, "text.c"),
    ("floors", "data/number.c", "#include <gsl/gsl_math.h>\n", 0, "analysis"),
    ("floors", "cli/main.c", "#include <jansson.h>\n", 0, "report/json.c"),
    ("floors", "data/number.c", "#include <glib.h>\n", 0, "wrapped library"),
    ("floors", "data/engine_pq.c", "#include <libpq-fe.h>\n", None, ""),
    ("floors", "cli/main.c", 'int a = setlocale(0, "");\n', 0, "setlocale"),
    ("floors", "cli/main.c", 'int a = system("ls");\n', 0, "system"),
    ("floors", "plots/gnuplot.c", 'int a = popen("ls", "r");\n', 0, "popen"),
    ("floors", "data/number.c", "int a = exit(1);\n", 0, "exit"),
    ("floors", "data/number.c", "int a = abort();\n", 0, "abort"),
    ("floors", "data/number.c", 'int a = printf("a");\n', 0, "printf"),
    ("floors", "data/number.c", 'int a = puts("a");\n', 0, "puts"),
    ("floors", "data/number.c", 'int a = fprintf(stdout, "a");\n', 0, "stdout"),
    ("floors", "report/json.h", 'int a = fprintf(stderr, "a");\n', 0, "stderr"),
    ("floors", "data/number.c", 'int a = getenv("PATH");\n', 0, "getenv"),
    ("floors", "plots/gnuplot.c", 'int a = getenv("HOME");\n', 0, "getenv"),
    ("floors", "cli/main.c", 'int a = getenv("HOME");\n', None, ""),
    ("floors", "data/number.c", "int a = time(NULL);\n", 0, "time"),
    ("floors", "data/number.c", "int a = rand();\n", 0, "rand"),
    ("floors", "analysis/share.c", "int a = strtod(b, c);\n", 0, "strtod"),
    ("floors", "data/number.c", "int a = atoi(b);\n", 0, "atoi"),
    ("floors", "data/number.c", "int a = atof(b);\n", 0, "atof"),
    ("floors", "data/number.c", "int a = sprintf(b, c);\n", 0, "sprintf"),
    ("floors", "data/number.c", "int a = strcpy(b, c);\n", 0, "strcpy"),
    ("floors", "data/number.c", "int a = strcat(b, c);\n", 0, "strcat"),
    ("floors", "data/number.c", "int a = b.time(c) + d->exit(snprintf(e));\n", None, ""),
    ("sizes", "data/long.c", "\n" * 401, 400, "401 lines"),
    ("sizes", "data/number.c", function("long_one", 61), 0, "61 lines"),
    ("sizes", "data/number.c", function("whole", 60), None, ""),
    ("sizes", "data/many.c", "".join(function(f"f{i}", 11) for i in range(9)), None,
     "median function has 11"),
    ("sizes", "data/number.c",
     "int six(int a, int b, int (*c)(int, int), int d, int e, int f)\n{\n}\n",
     0, "has 6 parameters"),
    ("sizes", "data/number.c", "int five(int a, int b, int c, int d, int e, ...)\n{\n}\n",
     None, ""),
    ("sizes", "data/number.c", DEEP, 5, "4 levels"),
    ("sizes", "data/number.c", 'extern "C" {\n' + DEEP + "}\n", 6, "4 levels"),
    ("sizes", "data/number.c", DEEP.replace("if (n)", "each(n, 1) {", 1).replace(
        "    return 0", "}\n    return 0"), 5, "4 levels"),
    ("sizes", "data/number.c", DEEP.replace("        for (;;)\n", "", 1), None, ""),
    ("sizes", "notes.txt", "a\n", 0, "top level"),
    ("sizes", "src/a.c", HEAD, None, "src:1: is at the top level"),
    ("sizes", "data/big.csv", "1,2\n" * 262145, 0, "1048580 bytes"),
    ("headers", "include/armstrade/share.h", "uint32_t arms_id(void);\n", 0, "uint32_t"),
    ("headers", "include/armstrade/share.h", "ssize_t arms_id(void);\n", 0, "ssize_t"),
    ("headers", "include/armstrade/number.h", "typedef struct {int a;} a;\n", 0, "alone"),
    ("headers", "report/json.h", '#include "data/lost.h"\n', 0, "lost.h"),
    ("headers", "report/json.h", '#include "data/arena.h"\n', None, ""),
    ("format", "data/number.c", "int  a;\n", 0, "clang-format -i"),
    ("format", "report/json.h", "int f(int* a);\n", 0, "clang-format -i"),
    ("style", "data/number.c", "int a;\t\n", 0, "tab"),
    ("style", "data/number.c", "int a; \n", 0, "blanks"),
    ("style", "plots/share.gp", "# " + "a" * 90 + "\n", 0, "92 characters"),
    ("style", "data/number.c", "// https://example.org/" + "a" * 90 + "\n", None, ""),
    ("style", "bootstrap", "a" * 91 + "\n", 0, "91 characters"),
    ("style", "data/bare.c", "int a;\n", 0, "comment paragraph"),
    ("style", "data/number.c", "int a;", 0, "no end"),
    ("style", "README.md", "a\r\n", 0, "carriage return"),
    ("style", "tests/golden/a/stdout.md", "a\r\nb", None, ""),
    ("style", "README.md", "TO" "DO: more\n", 0, "finished work"),
    ("style", "plots/share.gp", "# FIX" "ME\n", 0, "finished work"),
    ("style", "tests/golden/a/stdout", "X" "XX\n", 0, "finished work"),
    ("style", "data/a.csv", "X" "XX\n", None, ""),
]


def write(root, path, text, mode="w"):
    place = os.path.join(root, path)
    os.makedirs(os.path.dirname(place), exist_ok=True)
    with open(place, mode, encoding="utf-8", newline="") as file:
        file.write(text)


def make_tree(root):
    for path, text in CLEAN.items():
        if text is None:
            shutil.copy(os.path.join(SOURCE, path), os.path.join(root, path))
        else:
            write(root, path, text)


def run(script, root):
    command = [sys.executable, os.path.join(HERE, script + ".py"), root]
    if script == "headers":
        command += [os.path.join(root, "out"), os.environ.get("CC") or "cc"]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def check_case(case):
    """What is wrong with the script's answer, or None."""
    script, path, text, offset, words = case
    with tempfile.TemporaryDirectory() as root:
        make_tree(root)
        line = CLEAN.get(path, "").count("\n") + 1
        write(root, path, text, "a")
        status, output = run(script, root)
    if status == SKIP:
        return None
    if offset is None and not words:
        return None if status == 0 else f"expected to pass, got {status}:\n{output}"
    place = "" if offset is None else f"{path}:{line + offset}: "
    lines = [found for found in output.splitlines() if place in found and words in found]
    if status == 1 and lines:
        return None
    return f"expected 1 and '{place}...{words}', got {status}:\n{output}"


def check_clean():
    with tempfile.TemporaryDirectory() as root:
        make_tree(root)
        for script in ["floors", "sizes", "headers", "format", "style"]:
            status, output = run(script, root)
            if status not in (0, SKIP):
                yield f"{script} on the clean tree: {status}\n{output}"
        if os.path.exists(os.path.join(root, "out")):
            yield "a script wrote into the tree"


def main():
    failures = list(check_clean())
    for case in APPEND:
        failure = check_case(case)
        if failure:
            failures.append(f"{case[0]}, {case[1]}, {case[2][:40]!r}: {failure}")
    print("\n".join(failures) or f"selftest: {len(APPEND)} cases and the clean tree")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
