"""What leaves the program beside the verslag, as data and as bytes: rows, dates and sheets. No files."""
