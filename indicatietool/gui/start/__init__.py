"""The start screen after the first paint: the door of the kluis, my dossiers, and practice."""
