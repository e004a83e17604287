"""Each header compiles alone: public ones as plain C11, private ones with POSIX.

usage: headers.py SOURCE_DIR BUILD_DIR CC
A header is included twice by an otherwise empty file and compiled with warnings as
errors; nothing is written. Headers that the build makes are found in BUILD_DIR.
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
from csource import FLOORS, Problems, c_files, source_dir  # noqa: E402

WARNINGS = ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]
LIBRARIES = ["gsl", "jansson", "libutf8proc", "nettle", "zlib"]


def outside_flags():
    """Where the outside libraries' headers are, when not in the compiler's own places."""
    flags = []
    for library in LIBRARIES if shutil.which("pkg-config") else []:
        done = subprocess.run(["pkg-config", "--cflags-only-I", library],
                              capture_output=True, text=True)
        flags += shlex.split(done.stdout) if done.returncode == 0 else []
    return flags


def folders(root, build):
    yield from [os.path.join(root, "include"), root]
    for name in ["", "include", "generated"] + FLOORS:
        if os.path.isdir(os.path.join(build, name)):
            yield os.path.join(build, name)


def compile_alone(root, path, compiler, flags):
    own = os.path.abspath(os.path.join(root, path))
    command = compiler + WARNINGS + flags
    if not path.startswith("include/"):
        command += ["-D_POSIX_C_SOURCE=200809L", "-I", os.path.dirname(own)]
    if path.startswith("tests/"):
        command += ["-I", os.path.join(os.path.abspath(root), "tests")]
    line = f'#include "{own}"\n'
    return subprocess.run(command + ["-x", "c", "-"], capture_output=True, text=True,
                          env=dict(os.environ, LC_ALL="C"),
                          input=line + line + "extern int armstrade_header_check;\n")


def report(root, path, done, problems):
    if done.returncode == 0:
        return
    place = re.search(r"^(.*?):(\d+):(?:\d+:)? (?:fatal )?error: (.*)$", done.stderr,
                      re.MULTILINE)
    where, text = path, "the compiler failed: " + done.stderr.strip()[:200]
    line = 1
    if place:
        text = place.group(3)
        inside = os.path.relpath(place.group(1), os.path.abspath(root))
        if not inside.startswith(".."):
            where, line = inside, int(place.group(2))
    problems.add((where, line), f"{path} does not compile alone ({text})",
                 "a header that needs no other before it", "include what it uses")


def main():
    root = source_dir()
    if len(sys.argv) != 4:
        sys.exit("usage: headers.py SOURCE_DIR BUILD_DIR CC")
    build, compiler = os.path.abspath(sys.argv[2]), sys.argv[3]
    compiler = [compiler] if shutil.which(compiler) else shlex.split(compiler)
    flags = outside_flags()
    for folder in folders(os.path.abspath(root), build):
        flags += ["-I", folder]
    problems = Problems()
    paths = c_files(root, (".h",))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [(p, pool.submit(compile_alone, root, p, compiler, flags)) for p in paths]
    for path, job in jobs:
        report(root, path, job.result(), problems)
    problems.finish(f"headers: {len(paths)} compile alone")


if __name__ == "__main__":
    main()
