"""Kernels: plain functions over arrays, compiled when there is enough work.

Compiling costs seconds on a machine that has never done it, and numba itself most of a
second, so a few reports are worked on by the same functions uncompiled. For that to
give the same numbers, kernels hold to integers that fit 63 bits.
"""

from __future__ import annotations

from types import FunctionType
from typing import Any

import numpy as np


class Kernel:
    """A function that runs as it is or compiled.

    What it calls must be kernels too, numpy, or built in. It writes to no argument.
    """

    def __init__(self, plain: Any) -> None:
        self._plain = plain
        self._compiled: Any = None

    def __call__(self, *args: Any) -> Any:
        """Run uncompiled, as one kernel calls another."""
        return self._plain(*args)

    def run(self, *args: Any, compiled: bool) -> Any:
        """Run on arrays.

        Args:
            args: As the function takes them.
            compiled: Whether to compile it first, where that was not done before.
        """
        if compiled:
            return self.compile()(*args)
        # Python's own integers are faster than numpy's and never overflow.
        plain = (a.tolist() if isinstance(a, np.ndarray) else a for a in args)
        return self(*plain)

    def compile(self) -> Any:
        """The compiled function; the kernels that it calls are compiled too."""
        if self._compiled is None:
            import numba  # noqa: PLC0415 (half a second)

            code = self._plain.__code__
            names = dict(self._plain.__globals__)
            for name in code.co_names:
                if isinstance(names.get(name), Kernel):
                    names[name] = names[name].compile()
            copy = FunctionType(code, names, code.co_name, self._plain.__defaults__)
            copy.__module__ = self._plain.__module__
            copy.__qualname__ = self._plain.__qualname__
            self._compiled = numba.njit(cache=True, nogil=True)(copy)
        return self._compiled


def kernel(plain: Any) -> Kernel:
    """Make a function a kernel."""
    return Kernel(plain)
