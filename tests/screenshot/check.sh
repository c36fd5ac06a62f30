#!/bin/sh
# Draws one picture of pictures.list and compares it with its reference.
# usage: check.sh <folder of the binaries> <folder for the picture> <name>
set -eu
here=$(cd "$(dirname "$0")" && pwd)
"$here/shoot.sh" "$1" "$2" "$3"
[ -f "$2/$3.png" ] || { echo "$3 is not in pictures.list" >&2; exit 1; }
"$1/picture_tool" compare "$here/references/$3.png" "$2/$3.png" || {
    echo "Look at both. If the new one is right: tests/screenshot/shoot.sh $1 tests/screenshot/references $3" >&2
    exit 1
}
case $3 in
    live-calm | departures-calm | greetings-calm | team-calm) "$1/picture_tool" neutral "$2/$3.png" ;;
esac
