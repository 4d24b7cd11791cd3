"""`python -m bench` (from `benchmarks/`): ours, the peer and the limit, side by side in one run."""
