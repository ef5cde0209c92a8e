"""A seeded leak: a small change to the real code, made while a test runs and then undone.

The new code is put into the function that is there, so that all who have imported it see it.
"""

import inspect
import textwrap
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import CodeType, FunctionType
from typing import Any

GATE = "domain.gate:cut"


@dataclass(frozen=True, slots=True)
class Patch:
    """In the function `where` ("module:name", below quizgame) the text `old` becomes `new`."""

    where: str
    old: str
    new: str

    def function(self) -> FunctionType:
        """Return the function the patch is for; a property gives its getter."""
        module, _, path = self.where.partition(":")
        found: Any = import_module(f"quizgame.{module}")
        for name in path.split("."):
            found = inspect.getattr_static(found, name)
        found = getattr(found, "__func__", found)
        found = getattr(found, "fget", None) or found
        assert isinstance(found, FunctionType), self.where
        return found

    def code(self) -> CodeType:
        """Return the changed code; the old text must stand in the function exactly once."""
        return _changed(self)


@cache
def _changed(patch: Patch) -> CodeType:
    function = patch.function()
    source = textwrap.dedent(inspect.getsource(function))
    assert source.count(patch.old) == 1, f"{patch.where}: {source.count(patch.old)} x {patch.old!r}"
    changed = source.replace(patch.old, patch.new)
    lines = changed.splitlines()
    start = next(n for n, line in enumerate(lines) if line.lstrip().startswith("def "))
    space: dict[str, Any] = {}
    body = "from __future__ import annotations\n" + "\n".join(lines[start:])
    exec(compile(body, f"<{patch.where}>", "exec"), dict(function.__globals__), space)  # noqa: S102
    made = space[function.__name__]
    assert isinstance(made, FunctionType)
    return made.__code__


@dataclass(frozen=True, slots=True)
class Mutant:
    """A leak by name, the channel of GATE.md it goes through, and the changes that make it.

    `near` is the detector that is to look first, where another would take longer.
    """

    name: str
    channel: str
    patches: tuple[Patch, ...]
    near: str = ""

    @contextmanager
    def loose(self) -> Iterator[None]:
        """Let the leak run meanwhile."""
        with ExitStack() as stack:
            for patch in self.patches:
                function, code = patch.function(), patch.code()
                stack.callback(setattr, function, "__code__", function.__code__)
                function.__code__ = code
            yield


def leak(name: str, channel: str, *patches: tuple[str, str, str], near: str = "") -> Mutant:
    """Return a mutant; a patch is (function, old text, new text)."""
    return Mutant(name, channel, tuple(Patch(*patch) for patch in patches), near)


def smuggled(
    name: str, channel: str, value: str, *patches: tuple[str, str, str], near: str = ""
) -> Mutant:
    """Return a mutant in which a value of the sealed pack is carried in the deck's headings."""
    door = (GATE, "if s.tier <= at}", f'if s.tier <= at}} | {{"*": {value}}}')
    return leak(name, channel, door, *patches, near=near)
