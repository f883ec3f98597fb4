"""Invented runs for benchmarks, of any size; `generated_run.py` beside this folder makes one."""
