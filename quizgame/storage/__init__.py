"""Files and SQLite: packs are read here, and what a player did is kept here."""
