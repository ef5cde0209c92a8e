"""What was read by hand of the facts drafted from an explainer."""

from pathlib import Path
from typing import Any

import yaml


def labels_of(path: Path) -> dict[str, dict[str, Any]]:
    """Return the hand-made labels beside an article, by the ids of its facts."""
    beside = path.with_name(f"{path.stem}.labels.yaml")
    labels: dict[str, dict[str, Any]] = yaml.safe_load(beside.read_text(encoding="utf-8"))["facts"]
    return labels
