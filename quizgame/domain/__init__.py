"""The rules of the game: pure values and functions, no files, no clock, no dice of its own."""
