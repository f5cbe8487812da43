"""A normenkader told on paper: an explanation for clients and aanbieders, and what differs between two."""
