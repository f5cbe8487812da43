"""The accessible tree of every page as text, and the code that makes it anew."""
