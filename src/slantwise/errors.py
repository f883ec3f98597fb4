"""Errors that slantwise raises: one base, a few children named for what went wrong.

A message says what happened, where, what was expected and what to try.
"""


class SlantwiseError(Exception):
    """Base of every error that slantwise raises on purpose."""


class InputError(SlantwiseError):
    """A file of articles cannot be read at all."""


class SettingsError(SlantwiseError):
    """A setting, option, codebook, recipe or identity table is not valid."""


class ModelError(SlantwiseError):
    """A model is missing, incomplete, altered or of another format."""


class GoldError(SlantwiseError):
    """A gold file has a line that is not of its task's form."""


class RunError(SlantwiseError):
    """A run folder cannot be used: missing, made with other settings, or damaged."""


class CodingError(SlantwiseError):
    """A sample, its key or a file of codings is not valid, or belongs to another run."""


class MissingExtraError(SlantwiseError):
    """A part needs packages of an extra that is not installed."""
