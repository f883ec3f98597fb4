#!/bin/sh
# Trains, exports and measures the shipped encoder, stage by stage, and cross-validates it on BABE.
# Its teacher is models/large as it is shipped.
# Usage: scripts/train_base.sh DATA_FOLDER
# Every step goes on from its checkpoints, so a killed run is continued by the same command.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
data=$(cd "$1" && pwd)
python="${PYTHON:-$root/.venv/bin/python}"
recipe="$root/models/recipes/base.toml"
cd "$root"
mkdir -p checkpoints
exec >>checkpoints/train.log 2>&1
# Waiting threads sleep: with spinning ones, any other work on the machine slows a step tenfold.
export OMP_WAIT_POLICY=PASSIVE GOMP_SPINCOUNT=0 TRANSFORMERS_VERBOSITY=error HF_HUB_OFFLINE=1

step() { nice -n 5 "$python" "$@"; }

step -m slantwise.train "$recipe" --data "$data"
step scripts/crossvalidate_babe.py "$data" --recipe "$recipe"
# Once more, now with the thresholds that cross-validation chose.
step -m slantwise.train "$recipe" --data "$data" --ship-again
# How the model's word on framing is weighed with the word lists.
step scripts/fit_findings.py --model base --write
