"""The command line.  To add a command: a function in a peer of ``read``, and its name in COMMANDS.

Exit codes: 0 all well, 1 something in the input is wrong (one line on stderr each), 2 the command
was called wrongly.  pandas and plotly are imported inside the commands that need them, so that
``timex`` and ``extract`` start at once.
"""

import os
import sys
from collections.abc import Sequence

import click

from timeline.cli import ask, differ, make, pack, read
from timeline.errors import TimelineError

COMMANDS: tuple[click.Command, ...] = (
    read.timex,
    read.extract,
    make.build,
    make.export,
    make.figure,
    pack.brief,
    pack.import_,
    ask.explain,
    ask.check,
    differ.changes,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def group() -> None:
    """Reads news and official documents into a sourced timeline."""


for _command in COMMANDS:
    group.add_command(_command)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; no failure of ours shows a traceback."""
    try:
        code = group.main(
            None if argv is None else list(argv), "python -m timeline", standalone_mode=False
        )
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        return _fail(error.format_message(), error.exit_code)
    except click.Abort:
        return _fail("stopped", 1)
    except TimelineError as error:
        return _fail(str(error), 1)
    except BrokenPipeError:  # "... | head": the reader has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}", 1)
    return code if isinstance(code, int) else 0


def _fail(message: str, code: int) -> int:
    for line in message.strip().split("\n"):
        click.echo(f"error: {' '.join(line.split())}", err=True)
    return code
