#!/bin/sh
# Draws the pictures of pictures.list: all of them, or those whose names are given.
# usage: shoot.sh <folder of the binaries> <folder for the pictures> [name...]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bin=$1
out=$2
shift 2
mkdir -p "$out"

# The same pixels on every processor, as nearly as software rendering gets.
export LP_NATIVE_VECTOR_WIDTH=128 LP_NUM_THREADS=1 LIBGL_ALWAYS_SOFTWARE=1

command -v xvfb-run >/dev/null || { echo "xvfb-run is missing (package xvfb)" >&2; exit 77; }
if [ -z "${WALLBOARD_UNDER_XVFB:-}" ]; then
    # A server that resets itself after its last client refuses the next one for a moment.
    WALLBOARD_UNDER_XVFB=1 exec xvfb-run -a -s "-screen 0 1280x1024x24 -noreset" "$0" "$bin" "$out" "$@"
fi

wanted() {  # wanted <name> [names...]: no names means all
    name=$1
    shift
    [ $# -eq 0 ] && return 0
    for one; do [ "$one" = "$name" ] && return 0; done
    return 1
}

grep -v '^#' "$here/pictures.list" | while IFS='|' read -r name board arguments; do
    name=$(echo "$name" | tr -d ' ')
    board=$(echo "$board" | tr -d ' ')
    wanted "$name" "$@" || continue
    case $arguments in
        *--size*) size= ;;
        *) size='--size 1280x720' ;;
    esac
    case $arguments in
        *--mode*) mode= ;;
        *) mode='--mode wall' ;;
    esac
    # A desk's answers are named as boards are.
    arguments=$(echo "$arguments" | sed "s|--answers  *\([a-z-]*\)|--answers $here/answers/\1.txt|")
    # shellcheck disable=SC2086  # The arguments are words.
    "$bin/callwatch-wallboard" $mode --screenshot "$out/$name.png" \
        --board "$here/boards/$board.json" $size $arguments
    # Small enough to keep.
    "$bin/picture_tool" reduce "$out/$name.png" "$out/$name.png"
done
