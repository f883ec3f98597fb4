"""What the command line shows while it works and when it fails."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from slantwise import pipeline
from slantwise.errors import SettingsError

errors = Console(stderr=True)
"""Progress and messages go to standard error, so that output may be piped."""


def fail(error: Exception) -> None:
    """Say what went wrong and leave with exit status 2."""
    errors.print(f"[bold]slantwise:[/bold] {_escaped(str(error))}", highlight=False, soft_wrap=True)
    raise SystemExit(2)


def print_json(data: Any) -> None:
    """One JSON value on standard output, text unescaped."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def print_line(line: str) -> None:
    """One line of what was asked for, on standard output."""
    sys.stdout.write(line + "\n")


def write_json(path: Path, data: Any) -> None:
    """One JSON value into a file."""
    _write(path, json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def write_json_lines(path: Path, rows: Iterable[Any]) -> None:
    """JSON values into a file, one a line."""
    _write(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}") from error


def say(message: str, *, quiet: bool) -> None:
    """One line on standard error, unless quiet."""
    if not quiet:
        errors.print(_escaped(message), highlight=False, soft_wrap=True)


@contextmanager
def counting(what: str, *, quiet: bool) -> Iterator[Callable[[int], None] | None]:
    """A count that follows a job; nothing where standard error is no terminal."""
    if quiet or not errors.is_terminal:
        yield None
        return
    columns = (SpinnerColumn(), TextColumn(what), TextColumn("{task.completed}"))
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done: bar.update(task, completed=done)


@contextmanager
def analysis_progress(*, quiet: bool) -> Iterator[Callable[[pipeline.Progress], None] | None]:
    """A bar that follows an analysis; nothing where standard error is no terminal."""
    if quiet or not errors.is_terminal:
        yield None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[problems]}"),
    )
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task("analysing articles", total=None, problems="")

        def follow(progress: pipeline.Progress) -> None:
            problems = f"{progress.problems} not analysed" if progress.problems else ""
            bar.update(task, completed=progress.done, total=progress.expected, problems=problems)

        yield follow


def _escaped(text: str) -> str:
    from rich.markup import escape

    return escape(text)
