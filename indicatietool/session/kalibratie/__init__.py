"""A group calibrates on one practice case: handing in an uitslag, gathering them, and what they say.

Comes in: practice dossiers and files. Goes out: anonymous files, a Kalibratie in words, a page on paper.
"""
