"""Medians and worst cases, said the same way by every figure."""

from collections.abc import Sequence
from statistics import median


def p50(values: Sequence[float]) -> float:
    """Return the median."""
    return median(values)


def p99(values: Sequence[float]) -> float:
    """Return the value that 99 in 100 do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * 99 // 100)]
