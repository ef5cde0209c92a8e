"""Measurements of the game: `python -m tests.figures` lists them."""
