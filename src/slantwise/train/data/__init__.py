"""Converters from each public release's own files to training examples, one module a release.

Each raises `GoldError` with file and line where a file is not of its release's form.
"""
