#!/bin/sh
# Installs a build into a folder of its own and uses it as a stranger would: a program
# is compiled against the installed headers and library, found by pkg-config, and run.
#
#   install.sh BUILD_DIR SOURCE_DIR CC
set -eu

build=$1 source_dir=$2 cc=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
DESTDIR=$folder cmake --install "$build" >"$folder/log" || {
    cat "$folder/log"
    exit 1
}
file=$(find "$folder" -name armstrade.pc)
prefix=$(sed -n 's/^prefix=//p' "$file")
cat >"$folder/count.c" <<'END'
#include <armstrade/armstrade.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    arms_loaded loaded;
    arms_error err;
    arms_setup();
    if (argc != 2 || !arms_load(&loaded, argv[1], NULL, &err))
        return 1;
    printf("%zu\n", arms_dataset_count(loaded.items[0]));
    arms_loaded_free(&loaded);
    return 0;
}
END
export PKG_CONFIG_PATH="${file%/*}"
# shellcheck disable=SC2046
"$cc" ${CFLAGS-} "$folder/count.c" -o "$folder/count" \
    $(pkg-config --define-variable=prefix="$folder$prefix" --cflags --libs armstrade)
count=$("$folder/count" "$source_dir/tests/fixtures/register.csv")
[ "$count" = 20 ] || {
    echo "the installed library reads $count flows, where 20 were expected"
    exit 1
}
"$folder$prefix/bin/armstrade" --version
