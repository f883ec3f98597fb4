"""The command line: parses arguments, calls one public function, prints."""

from slantwise.cli.app import main

__all__ = ["main"]
