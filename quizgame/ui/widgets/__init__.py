"""Pieces that screens are laid out from; each records itself on a page."""
