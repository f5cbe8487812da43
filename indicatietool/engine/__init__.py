"""What is computed: pure functions from normenkader and answers to voorstel, total and advice.

No files, no clock, no randomness. Numbers are exact until the one visible rounding.
"""
