"""One source captured: its text filed, and the capture written into its record."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from sourcebook.atomic_file import write_if_changed
from sourcebook.capture.convert import ConvertedFile, convert_file
from sourcebook.capture.errors import CaptureError
from sourcebook.capture.file_kinds import TEXT
from sourcebook.capture.front_matter import with_capture
from sourcebook.capture.machine_reading import check_machine_reading, check_terms
from sourcebook.capture.refresh import load_graph
from sourcebook.link import Graph
from sourcebook.models import Capture, Source
from sourcebook.problems import did_you_mean, quoted
from sourcebook.quotes import Captures, captures_folder


@dataclass(frozen=True, slots=True)
class CaptureRequest:
    """What is to be captured, and where: `date` is the day, today unless given.

    `address` is that of one page of a web archive. `holds` and `read_by` are terms
    (`CaptureExtent`, `CaptureMethod`): how much of the source is in the file, and how a picture or
    recording became text; `compared_by` who compared that with it.
    """

    content: Path
    source_id: str
    file: Path
    captures: Path | None = None
    date: str | None = None
    encoding: str | None = None
    holds: str | None = None
    read_by: str | None = None
    compared_by: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class FiledCapture:
    """What was filed: the capture, the file of its text, and what was read for it."""

    capture: Capture
    file: Path
    converted: ConvertedFile


def capture(request: CaptureRequest) -> FiledCapture:
    """File the text of a source and write its capture into the source's record.

    Raises:
        CaptureError: the source is unknown, the file has no text, or the record is a line of a
            table. Nothing was changed then.
        CapturesFolderError: the folder of captured texts is published, or is no folder.
        FileWriteError: a file cannot be written.
    """
    store = Captures(captures_folder(request.content, request.captures, new=True))
    check_terms(request.read_by, request.holds)
    graph = load_graph(request.content)
    source = _find_source(graph, request.source_id)
    data = _read(request.file)
    try:
        made = convert_file(data, request.file.name, request.encoding, request.address)
    except CaptureError as error:
        raise CaptureError(f"{request.file}: {error}") from None
    text = made.text.encode()
    check_machine_reading(made, source, request.read_by, request.compared_by)
    new = _capture(graph, request, made, sha256(data).hexdigest())
    new = _with_earlier_day(source.capture, new, request)
    record = _record_with_capture(graph, source, new)
    filed = store.path_of(new.sha256)
    write_if_changed(filed, text)
    write_if_changed(graph.file_locations[source.id].file, record)
    return FiledCapture(new, filed, made)


def _find_source(graph: Graph, source_id: str) -> Source:
    record = graph.records.get(graph.aliases.get(source_id, source_id))
    if isinstance(record, Source):
        return record
    hint = did_you_mean(source_id, [source.id for source in graph.all_of(Source)])
    raise CaptureError(f"there is no source {quoted(source_id)}{hint}")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CaptureError(f"{file}: cannot be read: {error.strerror}") from None


def _capture(graph: Graph, request: CaptureRequest, made: ConvertedFile, original: str) -> Capture:
    today = datetime.now(ZoneInfo(graph.dataset.time_zone)).date().isoformat()
    day = request.date or today
    machine = request.read_by or made.read.read_by or None
    fields = {
        "sha256": sha256(made.text.encode()).hexdigest(),
        "captured": day,
        "original": original,
        "media_type": made.kind.media_type,
        "reader": None if made.kind is TEXT else made.kind.reader_version,
        "holds": request.holds,
        "read_by": machine,
        "confidence": made.read.confidence,
        "compared_by": request.compared_by,
        "compared_on": day if request.compared_by else None,
    }
    try:
        return Capture.model_validate(fields)
    except ValidationError as error:
        wrong = error.errors()[0]
        name = str(wrong["loc"][0]) if wrong["loc"] else "captured"
        option = "date" if name == "captured" else name.replace("_", "-")
        raise CaptureError(f"--{option}: {wrong['msg']}") from None


def _with_earlier_day(old: Capture | None, new: Capture, request: CaptureRequest) -> Capture:
    """The capture on record where it is the same one: a second time changes nothing."""
    if old is None or request.date is not None:
        return new
    same = old.sha256 == new.sha256 and old.original in (None, new.original)
    return new.model_copy(update={"captured": old.captured} | _kept(old, new)) if same else new


def _kept(old: Capture, new: Capture) -> dict[str, object]:
    """What a person once said of the same capture, and does not say again."""
    said = {"holds", "read_by", "confidence", "compared_by", "compared_on"}
    return {name: getattr(old, name) for name in said if getattr(new, name) is None}


def _record_with_capture(graph: Graph, source: Source, new: Capture) -> bytes:
    """The bytes of a source's record with its capture."""
    place = graph.file_locations[source.id]
    if place.table_line:
        fields = json.dumps(new.model_dump(mode="json", exclude_none=True))
        where = f"{place.display_path}:{place.table_line}"
        raise CaptureError(
            f"'{source.id}' is a line of a table ({where}): write into it \"capture\": {fields}"
        )
    data = _read(place.file)
    return data if source.capture == new else with_capture(data.decode(), new).encode()
