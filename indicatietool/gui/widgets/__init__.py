"""Small parts of the screen that know nothing of the session: values in, signals out."""
