"""De indicatietool: een hulpmiddel bij het indiceren van individuele begeleiding (Wmo 2015)."""

__version__ = "0.1.0"
