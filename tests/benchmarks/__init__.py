"""Timings, each run by hand: python -m tests.benchmarks.bench_ranking."""
