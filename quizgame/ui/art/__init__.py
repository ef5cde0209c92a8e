"""Pieces of the picture, each drawn once at the size it is shown in and then kept."""
