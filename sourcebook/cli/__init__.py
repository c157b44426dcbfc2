"""The commands: what a person types, and what is printed back."""

import sys
from pathlib import Path

import click

from sourcebook import __version__
from sourcebook.atomic_file import FileWriteError
from sourcebook.capture import CaptureError
from sourcebook.citations import CitationError
from sourcebook.cli.artifacts import briefing, pack
from sourcebook.cli.assess import assess
from sourcebook.cli.build import build, check
from sourcebook.cli.capture import capture
from sourcebook.cli.facts import facts
from sourcebook.cli.quotes import quotes
from sourcebook.cli.rules import rules
from sourcebook.cli.seal import seal
from sourcebook.frames import FrameError
from sourcebook.outputs import PackError, PdfError
from sourcebook.policy import RevisionError
from sourcebook.publish import PublishError
from sourcebook.quotes import CapturesFolderError
from sourcebook.render import PageTemplateError
from sourcebook.workers import WorkerError


class _Default(click.Group):
    """A group whose command, when none is given, is `build`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["build", *args]
        return super().parse_args(ctx, args)


_EXPECTED_ERRORS = (
    CaptureError,
    CapturesFolderError,
    CitationError,
    FileWriteError,
    FrameError,
    PackError,
    PdfError,
    PublishError,
    PageTemplateError,
    RevisionError,
    WorkerError,
)
"""What keeps a command from working and is corrected outside the program."""


def main(root: Path) -> None:
    """Run the command line for the project in `root`."""
    try:
        commands(obj=root)
    except _EXPECTED_ERRORS as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)


@click.group(cls=_Default, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sourcebook")
def commands() -> None:
    """Turn a curated event dataset into a static report site.

    Without a command, the site is built.
    """


COMMANDS = (build, check, briefing, pack, capture, quotes, seal, assess, facts, rules)
"""Every command, each in the module of its kind."""

for _command in COMMANDS:
    commands.add_command(_command)
