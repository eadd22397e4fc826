"""What all commands of the command line share: exit statuses, and how commands and problems are told."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from briefing.model import Problem

DONE, WITH_PROBLEMS, NOT_DONE = 0, 1, 2

Commands = argparse._SubParsersAction


def command(
    commands: Commands[argparse.ArgumentParser], name: str, run: Callable[[argparse.Namespace], int], about: str
) -> argparse.ArgumentParser:
    """A new command that calls `run`, whose result is the exit status."""
    made = commands.add_parser(name, help=about, description=about)
    made.set_defaults(run=run)
    return made


def tell(problems: Sequence[Problem]) -> None:
    """Each problem as one line on standard error."""
    for item in problems:
        print(f"briefing: {' '.join(item.message.split())}", file=sys.stderr)


def finish(problems: Sequence[Problem]) -> int:
    """Tell the problems of work that is done; returns the exit status."""
    tell(problems)
    return WITH_PROBLEMS if problems else DONE
