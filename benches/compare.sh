#!/usr/bin/env bash
# Runs pake beside `cat | cat`, and the maskers and DuckDB where they are installed, and prints tables (Markdown).
#
#   benches/compare.sh [--lines N] [--runs N] [--pake PATH]
#
# All commands of a table run in turn, and medians are compared: times of a shared machine mean
# something only beside each other. Needs bash and Python 3; builds pake if no PATH is given. The
# logs are made by make_log.py in a temporary folder.
set -euo pipefail
cd "$(dirname "$0")/.."

lines=1000000 runs=7 pake=
while (($#)); do
  case "$1 ${2-}" in
    "--lines "[1-9]*) lines=$2 ;;
    "--runs "[1-9]*) runs=$2 ;;
    "--pake "?*) pake=$2 ;;
    *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
  shift 2
done
if [[ -z $pake ]]; then
  cargo build --release --locked --quiet
  pake=${CARGO_TARGET_DIR:-target}/release/pake
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 benches/compare.py "$pake" "$lines" "$runs" "$folder"
