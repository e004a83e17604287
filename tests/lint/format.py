"""All C files and headers look as .clang-format says, by clang-format 14.

Another version lays some things out differently, so it is not asked.
Exit status 77 means skipped.
"""
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from csource import Problems, c_files, source_dir  # noqa: E402

VERSION = "14"
SKIP = 77


def find_program():
    for name in ["clang-format-" + VERSION, "clang-format"]:
        program = shutil.which(name)
        if program:
            return program
    print("skipped: clang-format is not installed")
    sys.exit(SKIP)


def check_version(program):
    text = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
    found = re.search(r"version (\d+)", text)
    if not found or found.group(1) != VERSION:
        print(f"skipped: clang-format {VERSION} is expected, here is: {text.strip()}")
        sys.exit(SKIP)


def main():
    root = source_dir()
    program = find_program()
    check_version(program)
    problems = Problems()
    paths = c_files(root)
    done = None
    if paths:
        done = subprocess.run([program, "--dry-run", "-Werror", "--style=file"] + paths,
                              cwd=root, capture_output=True, text=True)
    errors = re.findall(r"^(.+?):(\d+):\d+: error:", done.stderr if done else "", re.M)
    for path, line in errors:
        problems.add((os.path.normpath(path), int(line)), "is laid out another way",
                     "what .clang-format says", f"run: clang-format -i {path}")
    if done and done.returncode != 0 and not errors:
        problems.add((".clang-format", 1), "clang-format failed: " + done.stderr.strip(),
                     "a clean run", "correct .clang-format")
    problems.finish(f"format: {len(paths)} files as .clang-format says")


if __name__ == "__main__":
    main()
