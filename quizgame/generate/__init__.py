"""From an explainer to facts that a person confirms; for its own commands only."""
