"""The screen: it binds widgets to a Session and does no arithmetic. Paints first, imports the rest later."""
