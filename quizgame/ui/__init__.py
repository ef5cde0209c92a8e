"""Everything a player sees, hears and touches; it knows views and intents, never a pack."""
