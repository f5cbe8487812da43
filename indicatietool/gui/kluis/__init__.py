"""The kluis on screen: its door, its key, its copies, its log, and what happened to a dossier."""
