"""synoptic reads every report of a story side by side.

```python
import synoptic

result = synoptic.compare(["first.txt", "second.html"])
for finding in result.findings:
    print(finding.text)
```

The functions load when they are first used, so that the import itself costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.app import (
        AnnotatedReports,
        Comparison,
        annotate,
        compare,
        read,
        rerun,
    )
    from synoptic.errors import SynopticError
    from synoptic.model import Correction
    from synoptic.read import ReadOptions

__version__ = "0.1.0"

__all__ = [
    "AnnotatedReports",
    "Comparison",
    "Correction",
    "ReadOptions",
    "SynopticError",
    "annotate",
    "compare",
    "read",
    "rerun",
]

_HOMES = {
    "Correction": "synoptic.model",
    "ReadOptions": "synoptic.read",
    "SynopticError": "synoptic.errors",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'synoptic' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "synoptic.app")), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])


class _Package(ModuleType):
    """This package, whose functions `read` and `annotate` have rooms of their name.

    Loading a submodule makes it an attribute of its package, so that
    `synoptic.read(...)` would call a module once the room had loaded. The rooms stay
    importable: `from synoptic.read import ...` does not pass through here.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in __all__ and isinstance(value, ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
