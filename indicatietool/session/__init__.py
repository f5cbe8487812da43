"""One consultation without Qt: what can be done to a dossier, which step follows, what is still missing."""
