"""Every error that a user can cause, as one tree.

SynopticError
|-- InputError            one input cannot be used (carries path, code, what to do)
|   |-- NotReadable       missing file, no permission, unreadable address
|   |-- NotText           binary, empty, undecodable, truncated
|   `-- TooLarge          above the limit the user can raise
|-- NothingToCompare      fewer than two readable reports are left
|-- UsageError            an option's value cannot be used
|-- MissingExtra          a part that is not installed
|-- ModelRefused          a model is missing or is not the one we know
|-- CorrectionError       a correction record cannot be read
|-- DocumentError         a saved result cannot be read
|-- WorkspaceError        the workspace cannot be used, or not by this version
|-- NotInWorkspace        no report or story goes by that name
`-- NotForPublication     embargoed or withheld reports stay out of exports
"""

from __future__ import annotations


class SynopticError(Exception):
    """The base of all errors raised for what a user can cause."""

    code = "error"


class InputError(SynopticError):
    """One input cannot be used; the others go on."""

    code = "input"

    def __init__(self, path: str, reason: str, *, code: str | None = None) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
        if code is not None:
            self.code = code


class NotReadable(InputError):
    """The input cannot be opened."""

    code = "not-readable"


class NotText(InputError):
    """The input holds no text that could be read."""

    code = "not-text"


class TooLarge(InputError):
    """The input is above the size limit."""

    code = "too-large"


class NothingToCompare(SynopticError):
    """Fewer than two readable reports are left.

    Attributes:
        not_read: Path and reason of each input that could not be read.
    """

    code = "nothing-to-compare"

    def __init__(
        self, message: str, not_read: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__(message)
        self.not_read = not_read


class UsageError(SynopticError):
    """An option's value cannot be used."""

    code = "usage"


class MissingExtra(SynopticError):
    """A part of synoptic that is not installed."""

    code = "missing-extra"

    def __init__(self, what: str, *, extra: str) -> None:
        super().__init__(
            f"{what} needs more packages; in the project's folder: "
            f"pip install '.[{extra}]'"
        )
        self.what, self.extra = what, extra


class ModelRefused(SynopticError):
    """A model is missing, or its weights are not the ones we know."""

    code = "model-refused"


class CorrectionError(SynopticError):
    """A correction record cannot be read."""

    code = "correction"


class DocumentError(SynopticError):
    """A saved result is not a document this version can read."""

    code = "document"


class WorkspaceError(SynopticError):
    """The workspace cannot be used, or not by this version."""

    code = "workspace"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


class NotInWorkspace(SynopticError):
    """No report or story of the workspace goes by that name."""

    code = "not-in-workspace"


class NotForPublication(SynopticError):
    """Reports are embargoed or withheld, and were not asked for by name."""

    code = "not-for-publication"
