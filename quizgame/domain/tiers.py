"""The ladder of tiers, and how far up it a person has watched."""

from dataclasses import dataclass

LOWEST = 0


@dataclass(frozen=True, slots=True)
class Tier:
    """One rung; `label` and `hint` are shown to everyone and give nothing away."""

    id: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The tiers of a pack, lowest first; a watch point is an index into them."""

    tiers: tuple[Tier, ...]

    def __len__(self) -> int:
        return len(self.tiers)

    def __getitem__(self, tier: int) -> Tier:
        return self.tiers[tier]

    @property
    def top(self) -> int:
        """Index of the highest tier."""
        return len(self.tiers) - 1

    def watch_point(self, tier_id: str | None) -> int:
        """Return the index of `tier_id`; unknown or unsaid means the lowest (fail closed)."""
        for index, tier in enumerate(self.tiers):
            if tier.id == tier_id:
                return index
        return LOWEST

    def clamp(self, tier: int) -> int:
        """Return the nearest tier this ladder has."""
        return max(LOWEST, min(tier, self.top))
