"""Measurements on data that is not in the project: `python -m benchmarks SUITE --data DIR`."""
