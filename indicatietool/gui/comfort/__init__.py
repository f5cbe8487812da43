"""What makes long work light: appearance, finding, help, keys, a visible focus, dropping files."""
