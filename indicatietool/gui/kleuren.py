"""The colours of the screen as data: light, dark and high contrast.

Comes in: nothing. Goes out: a colour per role of Qt's palette, and what each tint becomes in a scheme.
Imports nothing: it is read before the first paint. tests/gui/test_kleuren.py holds the contrasts.
"""

BLAUW = "#0b5394"
ORANJE = "#a34700"
GROEN = "#1e6b2f"
GRIJS = "#595959"
LICHT = "#c9dced"
ROOD = "#a1210f"
ZWART = "#1a1a1a"
WIT = "#ffffff"
KNOP = "#073763"
OEFEN = "#f7d774"
"""The tints by name, as they are in the light scheme; `theme.tint` says what one is in the scheme in use.

LICHT, OEFEN and KNOP are grounds: LICHT and OEFEN carry ZWART, KNOP carries WIT.
"""

LIGHT, DARK, CONTRAST = "licht", "donker", "contrast"

TINTS: dict[str, dict[str, str]] = {
    LIGHT: {},
    DARK: {
        BLAUW: "#8cc2f7",
        ORANJE: "#ffb77a",
        GROEN: "#86d69a",
        GRIJS: "#b9bdc5",
        LICHT: "#2c4a68",
        ROOD: "#ffa093",
        ZWART: "#ececee",
        WIT: "#ffffff",
        KNOP: "#0a4277",
        OEFEN: "#5c4a00",
    },
    CONTRAST: {
        BLAUW: "#8fd3ff",
        ORANJE: "#ffc266",
        GROEN: "#8dff9f",
        GRIJS: "#ffffff",
        LICHT: "#00447c",
        ROOD: "#ffb0a8",
        ZWART: "#ffffff",
        WIT: "#ffffff",
        KNOP: "#003a70",
        OEFEN: "#4a3b00",
    },
}
"""What a tint becomes in another scheme; one that is not named stays as it is."""

PALETTES: dict[str, dict[str, str]] = {
    LIGHT: {
        "Window": "#f3f4f6",
        "WindowText": ZWART,
        "Base": "#ffffff",
        "AlternateBase": "#eef2f7",
        "Text": ZWART,
        "PlaceholderText": GRIJS,
        "Button": "#f3f4f6",
        "ButtonText": ZWART,
        "BrightText": "#ffffff",
        "ToolTipBase": "#ffffff",
        "ToolTipText": ZWART,
        "Highlight": BLAUW,
        "HighlightedText": "#ffffff",
        "Link": BLAUW,
        "LinkVisited": BLAUW,
        "Light": "#ffffff",
        "Midlight": "#e6e8ec",
        "Mid": "#b9bcc2",
        "Dark": "#9a9da3",
        "Shadow": "#6d7076",
    },
    DARK: {
        "Window": "#202227",
        "WindowText": "#ececee",
        "Base": "#15161a",
        "AlternateBase": "#23262c",
        "Text": "#ececee",
        "PlaceholderText": "#b9bdc5",
        "Button": "#30343b",
        "ButtonText": "#ececee",
        "BrightText": "#ffffff",
        "ToolTipBase": "#30343b",
        "ToolTipText": "#ececee",
        "Highlight": "#2a6db8",
        "HighlightedText": "#ffffff",
        "Link": "#8cc2f7",
        "LinkVisited": "#8cc2f7",
        "Light": "#454a53",
        "Midlight": "#3a3f47",
        "Mid": "#6a7079",
        "Dark": "#121317",
        "Shadow": "#000000",
    },
    CONTRAST: {
        "Window": "#000000",
        "WindowText": "#ffffff",
        "Base": "#000000",
        "AlternateBase": "#1a1a1a",
        "Text": "#ffffff",
        "PlaceholderText": "#ffffff",
        "Button": "#000000",
        "ButtonText": "#ffffff",
        "BrightText": "#ffffff",
        "ToolTipBase": "#000000",
        "ToolTipText": "#ffffff",
        "Highlight": "#ffe14d",
        "HighlightedText": "#000000",
        "Link": "#8fd3ff",
        "LinkVisited": "#8fd3ff",
        "Light": "#ffffff",
        "Midlight": "#4d4d4d",
        "Mid": "#ffffff",
        "Dark": "#ffffff",
        "Shadow": "#ffffff",
    },
}
"""Every colour that the style uses, so that the desktop does not mix in its own."""

DISABLED = {LIGHT: "#8a8d93", DARK: "#8e939c", CONTRAST: "#b0b0b0"}
"""Text of what can't be used now."""

EDGES = {LIGHT: "#a6a9b0", DARK: "#b9bfca", CONTRAST: "#ffffff"}
"""What the style darkens (by 1.4) to the edge of a field or button: at least 3:1 beside it (WCAG 1.4.11)."""

FOCUS = {LIGHT: "#8a3ffc", DARK: "#d4b5ff", CONTRAST: "#ffe14d"}
"""The ring around what has the focus."""
