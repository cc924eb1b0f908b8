#!/usr/bin/env bash
#SBATCH --job-name=claims
#SBATCH --array=0-7
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=00:30:00
export QUARTER=FY2026-Q1
exec bash shard.sh "$SLURM_ARRAY_TASK_ID" "$SLURM_ARRAY_TASK_COUNT"
