"""Benchmarks: each figure is a ratio of two times from one run."""
