"""The kluis: all dossiers of one user, encrypted, durable, with their history and a log."""

from indicatietool.store.kluis.kluis import Kluis
from indicatietool.store.kluis.sleutelbos import STANDARD_KDF, Kdf

__all__ = ["STANDARD_KDF", "Kdf", "Kluis"]
