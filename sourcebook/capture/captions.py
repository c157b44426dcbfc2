"""Captions to what was said: WebVTT, SubRip (.srt), SubViewer (.sbv) and TTML.

Times and marks are taken off; lines that roll, so that each caption repeats the end of the one
before, stand once; who speaks stands before the words where the captions say it.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.capture.encoding import decode
from sourcebook.capture.errors import CaptureError
from sourcebook.capture.read_text import ReadText
from sourcebook.capture.xml_tree import Element, attribute, local_name, xml_tree
from sourcebook.language import FOR_EDITORS
from sourcebook.quotes import asides

_TIME = r"(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING = re.compile(rf"\s*(?P<start>{_TIME})\s*(?:-->|,)\s*(?P<end>{_TIME})\b.*")
_WORD_TIME = re.compile(r"<\d+:\d{2}[:.\d]*>")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_RUBY = re.compile(r"<rt>(.*?)</rt>")
_MARK = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}")
_BLOCKS = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_ROLLING_SHARE = 0.3
_NEAR = 0.2
"""How many seconds may lie between a caption and the one that goes on showing its lines."""


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption: from when to when it is shown, in seconds; who speaks, if it says; its lines."""

    start: float
    end: float
    voice: str
    lines: tuple[str, ...]


def captions_text(data: bytes, encoding: str | None = None) -> ReadText:
    """What is said in captions with time lines (WebVTT, SubRip, SubViewer).

    Raises:
        CaptureError: there are none, or the encoding is unknown or wrong.
    """
    text = decode(data, None, encoding)
    return _said([*_captions(text)], by_machine=_WORD_TIME.search(text) is not None)


def timed_text(data: bytes) -> ReadText:
    """What is said in TTML, captions as XML.

    Raises:
        CaptureError: it is damaged, or there are no captions in it.
    """
    root = xml_tree(data)
    captions = []
    for number, one in enumerate(part for part in root.iter() if local_name(part) == "p"):
        lines = tuple(line.strip() for line in "".join(_lines_of(one)).split("\n") if line.strip())
        captions.append(Caption(number, number + 1, attribute(one, "agent") or "", lines))
    return _said(captions, by_machine=False)


def _lines_of(element: Element) -> Iterator[str]:
    if local_name(element) == "br":
        yield "\n"
    yield asides.escape(" ".join((element.text or "").split(" ")))
    for one in element:
        if local_name(one) != "metadata":
            yield from _lines_of(one)
        yield asides.escape(one.tail or "")


def _captions(text: str) -> Iterator[Caption]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = [index for index, line in enumerate(lines) if _TIMING.fullmatch(line)]
    for place, following in zip(places, [*places[1:], len(lines)], strict=True):
        timing = _TIMING.fullmatch(lines[place])
        shown = _without_heading(lines[place + 1 : following], last=following == len(lines))
        marked = "\n".join(shown)
        voice = _VOICE.search(marked)
        if timing is not None:
            own = tuple(_plain(line) for line in shown if _plain(line))
            name = asides.escape(html.unescape(voice[1]).strip()) if voice else ""
            yield Caption(_seconds(timing["start"]), _seconds(timing["end"]), name, own)


def _without_heading(lines: list[str], *, last: bool) -> list[str]:
    """The lines of a caption without the number or name of the next, and what is no caption."""
    if not last and len(lines) > 1 and lines[-1].strip() and not lines[-2].strip():
        lines = lines[:-1]
    for index, line in enumerate(lines):
        if _BLOCKS.match(line) and index and not lines[index - 1].strip():
            return lines[:index]
    return lines


def _plain(line: str) -> str:
    """A line without marks, with the readings of characters as asides."""
    line = _RUBY.sub(lambda one: f"\x00{one[1]}\x01", line)
    line = asides.escape(html.unescape(_MARK.sub("", line)))
    line = re.sub("\x00([^\x00\x01]*)\x01", lambda one: asides.mark("ruby", one[1]), line)
    return " ".join(line.split())


def _seconds(time: str) -> float:
    hours, minutes, seconds = ["0", *time.replace(",", ".").split(":")][-3:]
    return float(hours) * 3600 + float(minutes) * 60 + float(seconds)


def _said(captions: list[Caption], *, by_machine: bool) -> ReadText:
    if not any(caption.lines for caption in captions):
        raise CaptureError("there are no captions in it")
    rolled = [_repeated(one, two) for one, two in pairwise(captions)]
    grown = sum(
        bool(one.lines and two.lines and _grows(one.lines[-1], two.lines[0]))
        for one, two in pairwise(captions)
    )
    rolling = len(rolled) > 1 and sum(map(bool, rolled)) + grown >= _ROLLING_SHARE * len(rolled)
    lines: list[str] = []
    voice = ""
    for caption, repeated in zip(captions, [0, *rolled], strict=False):
        own = caption.lines[repeated:] if rolling else caption.lines
        if rolling and lines and own and _grows(lines[-1], own[0]):
            lines.pop()
        if caption.voice and caption.voice != voice and own:
            own = (f"{caption.voice}: {own[0]}", *own[1:])
            voice = caption.voice
        lines += own
    found = [FOR_EDITORS.count(len(captions), "caption")]
    found += ["lines that roll, each read once"] if rolling else []
    if by_machine:
        found.append("words with times of their own, as a machine makes them: see --read-by speech")
    return ReadText("\n".join(lines), found=tuple(found))


def _grows(line: str, longer: str) -> bool:
    """Whether a line goes on with another word."""
    return longer.startswith(f"{line} ")


def _repeated(one: Caption, two: Caption) -> int:
    """How many lines at the beginning of a caption are the last ones of the caption before it."""
    if two.start - one.end > _NEAR:
        return 0
    most = min(len(one.lines), len(two.lines))
    sizes = (size for size in range(most, 0, -1) if one.lines[-size:] == two.lines[:size])
    return next(sizes, 0)
