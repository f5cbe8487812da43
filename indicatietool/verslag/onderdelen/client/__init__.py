"""The parts of the cliëntversie, in language level B1: no sentence of ours over twenty words, no marge.

What the consulent typed stands as typed. The words here are held by tests/verslag/test_client_taal.py.
"""
