"""How the versions of packs compare."""


def order(version: str) -> tuple[int, ...]:
    """Return what versions are compared by: 1.10 comes after 1.9, and 2 is 2.0."""
    numbers = [int(number) for number in version.split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
