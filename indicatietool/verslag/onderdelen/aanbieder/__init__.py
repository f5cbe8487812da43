"""The parts of the aanbiedersversie: what to reach, with which minutes and until when.

Which passages of the dossier they may know is told, with the reasons, in verslag/versies.py; what is not
there never reaches a part. No marge, no BSN, no steps of the calculation, no reasons of the consulent.
"""
