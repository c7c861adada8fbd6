"""Annotations out to a tool and back: `planlint review … --export doccano -o FILE`, `--import FILE`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from planlint.batch.streams import complain
from planlint.cli.reviewed_plans import ReviewedPlans
from planlint.errors import EXIT_USAGE, InputError, UsageError
from planlint.read.source_bytes import bytes_of
from planlint.review.exchange import doccano, label_studio
from planlint.review.exchange.adopt import actions_of
from planlint.review.exchange.annotation import BadTaskError, task_of
from planlint.review.fields import BadValueError
from planlint.review.journal import append, journal_path
from planlint.review.making import Maker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planlint.batch.inputs import Inputs
    from planlint.review.exchange.annotation import Task
    from planlint.rulebook import Rulebook
    from planlint.words import Words

_TOOLS = {"label-studio": label_studio.record_of, "doccano": doccano.record_of}


def exported(inputs: Inputs, tool: str, output: Path | None, rulebook: Rulebook, words: Words) -> int:
    """Write the reviewed facts of the plans for a tool: a line a plan, an array where the file ends in .json."""
    if tool not in _TOOLS:
        near, choices = words.near(tool, _TOOLS), words.join(_TOOLS)
        raise UsageError("bad_choice", option="--export", value=tool, near=near, choices=choices)
    from planlint.cli.output import refuse_overwriting
    from planlint.report.write import write_file

    if output is not None:
        refuse_overwriting([output], inputs.paths)
    run = ReviewedPlans(inputs, rulebook, words, all_plans=True)
    records = [_TOOLS[tool](task_of(done.extraction), n) for n, (_, done) in enumerate(run, 1)]
    if output is not None and output.suffix.lower() == ".json":
        pieces = [f"{json.dumps(records, ensure_ascii=False, indent=1)}\n"]
    else:
        pieces = [f"{json.dumps(record, ensure_ascii=False)}\n" for record in records]
    if output is None:
        sys.stdout.writelines(pieces)
        return run.exit_code
    try:
        write_file(output, pieces)
    except OSError as error:
        raise UsageError("not_written", path=output, why=error.strerror or error) from error
    return run.exit_code


def imported(inputs: Inputs, file: Path, who: str, rulebook: Rulebook, words: Words) -> int:
    """Keep as a review what the tool has otherwise. Nothing is kept of a plan whose record cannot be read."""
    if not file.is_file():
        raise UsageError("review.no_file", path=file)
    tasks = list(_tasks(file))
    run = ReviewedPlans(inputs, rulebook, words, all_plans=True)
    plans = list(run)
    code = run.exit_code
    for number, given in enumerate(tasks, 1):
        if isinstance(given, BadTaskError):
            complain(f"planlint: {words.say('review.bad_task', path=file, n=number, what=given)}")
            code = EXIT_USAGE
            continue
        found = next(((base, done) for base, done in plans if base.source.text == given.text), None)
        if found is None:
            complain(
                f"planlint: {words.say('review.no_plan_of_task', path=file, n=number, plan=given.path or '?')}"
            )
            code = EXIT_USAGE
            continue
        base, done = found
        try:
            actions = list(actions_of(Maker(base.source, who), base, done, given.annotations))
        except BadValueError as error:
            said = words.say("review.bad_value", field=words.get(error.field), value=error.value or "")
            complain(f"planlint: {words.say('review.bad_task', path=file, n=number, what=said)}")
            code = EXIT_USAGE
            continue
        target = journal_path(base.source.path)
        try:
            if actions:
                append(target, actions)
        except OSError as error:
            raise UsageError("not_written", path=target, why=error.strerror or error) from error
        sys.stdout.write(f"{words.say('review.merged', path=target, n=len(actions))}\n")
    return code


def _tasks(file: Path) -> Iterator[Task | BadTaskError]:
    """The records of a file, an array or a line each, by the shape that they have."""
    try:
        text = bytes_of(file).decode("utf-8-sig")
        is_array = text.lstrip().startswith("[")
        records: list[Any] = (
            json.loads(text) if is_array else [json.loads(line) for line in text.split("\n") if line.strip()]
        )
    except (ValueError, RecursionError) as error:
        raise InputError("review.no_annotations", path=file, why=error) from error
    for record in records:
        if not isinstance(record, dict):
            yield BadTaskError("JSON")
            continue
        try:
            yield label_studio.task_of(record) if "data" in record else doccano.task_of(record)
        except BadTaskError as error:
            yield error
