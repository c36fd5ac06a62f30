#!/bin/sh
# Succeeds if a program fails and says why. Usage: expect_crash.sh <words of the failure> <program> <arguments...>.
set -u
words=$1
shift
if output=$("$@" -exact_artifact_path=/dev/null 2>&1); then
    echo "error: $1 was meant to crash and did not"
    exit 1
fi
case $output in
    *"$words"*) exit 0 ;;
esac
echo "error: $1 failed, but not with '$words':"
echo "$output"
exit 1
