#!/bin/sh
# Golden tests: a case is a folder, and the program must do again what the folder says.
#
#   run.sh PROGRAM CASE_DIR SOURCE_DIR           one case; status 1 if it differs
#   run.sh --all PROGRAM GOLDEN_DIR SOURCE_DIR   every case folder below GOLDEN_DIR
#   run.sh --regen [--yes] PROGRAM GOLDEN_DIR SOURCE_DIR
#                            show each difference, ask, and write what came out
#
# A case folder holds
#   cmd      one line: the program's arguments, read by sh, so that quoting works. The
#            folder is the working directory; @samples@ stands for the folder data/samples
#            of SOURCE_DIR and @fixtures@ for its tests/fixtures
#   stdin    what the program reads; empty when absent
#   stdout stderr status   what is expected: empty, empty and 0 when absent
#   files    names, one a line, of files that the run must write; one is compared with
#            expected/NAME where that exists (an empty one, for --regen, will do)
# and whatever inputs it needs. It runs in a copy of the folder, with no environment but
# PATH and LC_ALL. SOURCE_DIR is reached by a path of constant length, so that lines break
# alike everywhere; in what comes out it reads @source@, and the folder of the run @case@.
# Any other file that the run writes, changes or removes is a failure.
set -u

usage() {
    sed -n 's/^#   \( *run\.sh .*\)/\1/p' "$0" >&2
    exit 2
}

fail() {
    printf 'run.sh: %s\n' "$1" >&2
    exit 2
}

# The text $1 with every $2 replaced by $3, in $replaced.
replace() {
    rest=$1 replaced=
    while :; do
        case $rest in
        *"$2"*)
            replaced=$replaced${rest%%"$2"*}$3
            rest=${rest#*"$2"}
            ;;
        *)
            replaced=$replaced$rest
            return
            ;;
        esac
    done
}

# The argument as a pattern that sed takes literally.
literal() {
    printf '%s\n' "$1" | sed 's/[][\\.*^$|]/\\&/g'
}

# Folder names in an output file give way to their marks.
normalize() {
    LC_ALL=C sed -e "s|$run_pattern|@case@|g" -e "s|$source_pattern|@source@|g" \
        -e 's|\.\./source/|@source@/|g' <"$1" >"$1.plain" && mv "$1.plain" "$1"
}

# A difference between what is expected ($2, or nothing) and what came out ($3).
compare() {
    expected=$2
    [ -f "$expected" ] || expected=/dev/null
    cmp -s "$expected" "$3" && return
    [ "$1" = status ] || normalize "$3"
    cmp -s "$expected" "$3" && return
    diff -u "$expected" "$3" | sed -e "1s|^--- .*|--- expected $1|" \
        -e "2s|^+++ .*|+++ actual $1|"
    differs=1
}

# Runs the case in $case_dir: its outputs lie in $work/out, its folder in $work/case.
run_case() {
    rm -rf "$work/case" "$work/out"
    mkdir "$work/out"
    cp -R "$case_dir" "$work/case" || fail "cannot copy $case_dir"
    arguments=
    IFS= read -r arguments <"$case_dir/cmd" || [ -n "$arguments" ]
    replace "$arguments" @samples@ ../source/data/samples
    replace "$replaced" @fixtures@ ../source/tests/fixtures
    input=/dev/null
    [ ! -f "$case_dir/stdin" ] || input=$case_dir/stdin
    (cd "$work/case" &&
        env -i PATH="$PATH" ${LC_ALL+LC_ALL="$LC_ALL"} sh -c "\"\$0\" $replaced" \
            "$program") <"$input" >"$work/out/stdout" 2>"$work/out/stderr"
    status=$?
    [ "$status" -eq 0 ] || printf '%s\n' "$status" >"$work/out/status"
    [ -f "$work/out/status" ] || : >"$work/out/status"
}

# Each file that the run must have written; then the folder must be as it was.
compare_files() {
    if [ -f "$case_dir/files" ]; then
        while IFS= read -r name || [ -n "$name" ]; do
            [ -n "$name" ] || continue
            if [ ! -f "$work/case/$name" ]; then
                printf 'not written: %s\n' "$name"
                differs=1
            elif [ -f "$case_dir/expected/$name" ]; then
                compare "$name" "$case_dir/expected/$name" "$work/case/$name"
            fi
            take_away "$name"
        done <"$case_dir/files"
    fi
    changed=$(cd "$work" && diff -r "$case_dir" case) && return
    printf 'the folder is not as it was:\n%s\n' "$changed"
    differs=1
}

# A written file leaves the folder of the run, with its own folders where these are empty
# now; the file that was there before comes back.
take_away() {
    [ ! -f "$work/case/$1" ] || {
        mkdir -p "$work/out/files/$(dirname -- "$1")"
        mv "$work/case/$1" "$work/out/files/$1"
    }
    [ ! -f "$case_dir/$1" ] || cp "$case_dir/$1" "$work/case/$1"
    (cd "$work/case" && rmdir -p -- "$(dirname -- "$1")") 2>"$work/out/kept"
    :
}

# Runs and compares; prints the differences and leaves $differs.
check_case() {
    differs=0
    run_case
    expected_status=$case_dir/status
    if [ -f "$expected_status" ] && [ "$(cat "$expected_status")" = 0 ]; then
        expected_status=/dev/null
    fi
    compare status "$expected_status" "$work/out/status"
    compare stdout "$case_dir/stdout" "$work/out/stdout"
    compare stderr "$case_dir/stderr" "$work/out/stderr"
    compare_files
}

# What came out becomes what is expected; an empty expectation is no file.
write_expectation() {
    for name in stdout stderr status; do
        if [ -s "$work/out/$name" ]; then
            [ "$name" = status ] || normalize "$work/out/$name"
            cp "$work/out/$name" "$case_dir/$name"
        else
            rm -f "$case_dir/$name"
        fi
    done
    [ -f "$case_dir/files" ] || return 0
    while IFS= read -r name || [ -n "$name" ]; do
        if [ -f "$case_dir/expected/$name" ] && [ -f "$work/out/files/$name" ]; then
            normalize "$work/out/files/$name"
            cp "$work/out/files/$name" "$case_dir/expected/$name"
        fi
    done <"$case_dir/files"
}

list_cases() {
    [ -d "$golden" ] || fail "no such folder: $golden"
    cases=$(find "$golden" -type f -name cmd | LC_ALL=C sort)
    [ -n "$cases" ] || fail "no case (a folder with a file cmd) below $golden"
}

run_all() {
    list_cases
    passed=0 failed=0
    while IFS= read -r cmd <&3; do
        case_dir=${cmd%/cmd}
        report=$work/report
        check_case >"$report"
        if [ "$differs" -eq 0 ]; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            printf 'FAILED %s\n' "${case_dir#"$golden"/}"
            cat "$report"
        fi
    done 3<<LIST
$cases
LIST
    printf '%s passed, %s failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ]
}

regenerate() {
    list_cases
    left=0
    while IFS= read -r cmd <&3; do
        case_dir=${cmd%/cmd}
        check_case >"$work/report"
        [ "$differs" -ne 0 ] || continue
        printf 'case %s\n' "${case_dir#"$golden"/}"
        cat "$work/report"
        answer=y
        if [ "$all_yes" = no ]; then
            printf 'write this as the new expectation? [y/N] '
            IFS= read -r answer || answer=
        fi
        case $answer in
        [yY]*) write_expectation ;;
        *) left=$((left + 1)) && continue ;;
        esac
        # What cannot become an expectation (a missing or an unknown file) still differs.
        check_case >"$work/report"
        [ "$differs" -eq 0 ] || {
            printf 'still differs:\n'
            cat "$work/report"
            left=$((left + 1))
        }
    done 3<<LIST
$cases
LIST
    [ "$left" -eq 0 ] || printf '%s left as they were\n' "$left"
    [ "$left" -eq 0 ]
}

mode=one all_yes=no
while :; do
    case ${1-} in
    --all) mode=all ;;
    --regen) mode=regen ;;
    --yes) all_yes=yes ;;
    -*) usage ;;
    *) break ;;
    esac
    shift
done
[ $# -eq 3 ] || usage

program=$(cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1") || fail "no program: $1"
[ -x "$program" ] || fail "no program: $1"
golden=$(cd -- "$2" && pwd) || fail "no such folder: $2"
source_dir=$(cd -- "$3" && pwd) || fail "no such folder: $3"

work=$(mktemp -d) || fail "no temporary folder"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
work=$(cd -- "$work" && pwd)
ln -s "$source_dir" "$work/source" || fail "cannot link to $source_dir"
run_pattern=$(literal "$work/case")
source_pattern=$(literal "$source_dir")

case $mode in
all) run_all ;;
regen) regenerate ;;
one)
    case_dir=$golden
    [ -f "$case_dir/cmd" ] || fail "no case (a folder with a file cmd): $case_dir"
    check_case
    [ "$differs" -eq 0 ]
    ;;
esac
