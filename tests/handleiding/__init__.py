"""The handleiding: its pictures made from the running program, and tests that keep it true."""
