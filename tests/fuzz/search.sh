#!/bin/sh
# Runs one fuzz target for CALLWATCH_FUZZ_SECONDS (20). Usage: search.sh <target> <corpus> <folder for what it finds>.
# The corpus is read only; new inputs and crashes go to the folder, to be kept by hand where they are worth it.
set -eu
mkdir -p "$3"
exec "$1" -max_total_time="${CALLWATCH_FUZZ_SECONDS:-20}" -timeout=10 -rss_limit_mb=2048 -max_len=131072 \
    -print_final_stats=1 -artifact_prefix="$3/" "$3" "$2"
