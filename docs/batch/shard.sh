#!/usr/bin/env bash
# shard.sh SHARD SHARDS: the claims of one shard, counted from 0, of the rosters in the folder it is run in.
set -euo pipefail
shard=$1 shards=$2
mapfile -t rosters < <(find rosters -name '*.csv' ! -name rates.csv | LC_ALL=C sort | awk -v i="$shard" -v n="$shards" '(NR - 1) % n == i')
[ ${#rosters[@]} -gt 0 ] || exit 0
exec claims compute "${rosters[@]}" --rates rates.csv --quarter "$QUARTER" -q --out-dir "shards/$shard"
