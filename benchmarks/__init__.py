"""Speed as ratios, both sides in one run. Not tests: absolute times on a shared machine mean little."""
