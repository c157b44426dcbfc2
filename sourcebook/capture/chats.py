"""Exports of chats to the messages in them: WhatsApp (.txt) and Telegram (result.json).

Who wrote a message and when stands before it as an aside, and whether it was edited, forwarded or
deleted. Every line that begins with a date is counted against the messages that were read.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sourcebook.capture.encoding import decode
from sourcebook.capture.errors import CaptureError
from sourcebook.capture.read_text import ReadText
from sourcebook.language import FOR_EDITORS
from sourcebook.quotes import asides

_DATE = r"\d{1,4}[./\-\u060d]\s?\u200f?\d{1,2}[./\-\u060d]\s?\u200f?\d{1,4}"
_HALVES = r"[AaPp]\.?\s?[Mm]\.?|\u0635|\u0645|\u0642\.\u0638|\u0628\.\u0638"
_EARLIER = r"(?:\u4e0a\u5348|\u4e0b\u5348|\uc624\uc804|\uc624\ud6c4)?\s?"
_TIME = rf"{_EARLIER}\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:[\s\u202f]?(?:{_HALVES}))?"
_HEAD = re.compile(
    rf"[\u200e\u200f\ufeff\s]*\[?(?P<when>{_DATE}[,\u060c]?[\u200e\u200f]?\s[\u200e\u200f]?{_TIME})(?:\]|\s[-\u2013])\s"
    r"(?P<rest>.*)"
)
_DATED = re.compile(rf"[\u200e\u200f\ufeff\s]*\[?{_DATE}")
_SENDER = re.compile(r"(?P<who>[^:\n]{1,80}?): (?P<words>.*)", re.DOTALL)
_EDITED = re.compile(r"\u200e<[^<>\n]{3,60}>\s*$")
_LEFT_OUT = re.compile(r"\s*(?:<[^<>\n]{3,60}>|\u200e.*)\s*$")
"""What the program says itself in place of a picture, or of a message that was deleted."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message: who wrote it, when, what became of it, and its words, empty where it has none."""

    who: str
    when: str
    marks: tuple[str, ...]
    words: str


def is_whatsapp(beginning: str) -> bool:
    """Whether a text begins as WhatsApp exports a chat."""
    first = next((line for line in beginning.splitlines() if line.strip()), "")
    match = _HEAD.match(first)
    return match is not None and (
        "[" in first or bool(_SENDER.match(match["rest"])) or "\u200e" in first
    )


def whatsapp_text(data: bytes, encoding: str | None = None) -> ReadText:
    """The messages of a chat that WhatsApp exported.

    Raises:
        CaptureError: the encoding is unknown or wrong.
    """
    lines = decode(data, None, encoding).replace("\r\n", "\n").split("\n")
    messages = [*_whatsapp_messages(lines)]
    dated = sum(_DATED.match(line) is not None for line in lines)
    more = [f"{dated} lines that begin with a date"] if dated != len(messages) else []
    return _read(messages, more)


def _whatsapp_messages(lines: list[str]) -> Iterator[Message]:
    places = [index for index, line in enumerate(lines) if _HEAD.match(line)]
    for place, following in zip(places, [*places[1:], len(lines)], strict=True):
        head = _HEAD.match(lines[place])
        if head is not None:
            rest = "\n".join([head["rest"], *lines[place + 1 : following]]).rstrip("\n")
            yield _whatsapp_message(head["when"], rest)


def _whatsapp_message(when: str, rest: str) -> Message:
    sender = _SENDER.match(rest)
    if sender is None:
        return Message("", when, (_bare(rest),), "")
    words, marks = sender["words"], []
    if _LEFT_OUT.fullmatch(words):
        return Message(_bare(sender["who"]), when, (_bare(words),), "")
    if edited := _EDITED.search(words):
        marks.append(_bare(edited[0]))
        words = words[: edited.start()]
    return Message(_bare(sender["who"]), when, tuple(marks), asides.escape(words))


def _bare(words: str) -> str:
    return words.strip("\u200e\u200f \n<>~").replace("\n", " ")


def telegram_messages(data: bytes) -> list[dict[str, Any]] | None:
    """The messages of a chat that Telegram exported; None where a file is no such export.

    Raises:
        CaptureError: it holds several chats.
    """
    try:
        export = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(export, dict):
        return None
    if isinstance(export.get("chats"), dict):
        raise CaptureError("it holds several chats: export the one chat, or save that as a file")
    messages = export.get("messages")
    if not isinstance(messages, list) or not all(isinstance(one, dict) for one in messages):
        return None
    known = any("date" in one and ("text" in one or "text_entities" in one) for one in messages)
    return messages if known and "type" in export else None


def telegram_text(data: bytes) -> ReadText:
    """The messages of a chat that Telegram exported.

    Raises:
        CaptureError: it is no such export.
    """
    messages = telegram_messages(data)
    if messages is None:
        raise CaptureError("it is no chat of Telegram: export the chat again, as JSON")
    read = [_telegram_message(one) for one in messages]
    unread = Counter(str(one["media_type"]) for one in messages if one.get("media_type"))
    unread.update("photo" for one in messages if one.get("photo"))
    return _read(
        read, [], tuple(FOR_EDITORS.count(n, kind.replace("_", " ")) for kind, n in unread.items())
    )


def _telegram_message(one: dict[str, Any]) -> Message:
    marks = []
    if one.get("type") == "service":
        marks.append(str(one.get("action") or "service").replace("_", " "))
    if one.get("edited") or one.get("edited_unixtime"):
        marks.append(f"edited {_moment(one, 'edited')}")
    if one.get("forwarded_from") is not None or "forwarded_from" in one:
        marks.append(f"forwarded from {one.get('forwarded_from') or 'a deleted account'}")
    if one.get("reply_to_message_id") is not None:
        marks.append(f"answers message {one['reply_to_message_id']}")
    who = one.get("from") or one.get("actor") or one.get("from_id") or "a deleted account"
    return Message(str(who), _moment(one, "date"), tuple(marks), _telegram_words(one.get("text")))


def _moment(one: dict[str, Any], name: str) -> str:
    """When something was, in UTC: the other time in the file is that of who exported it."""
    seconds = str(one.get(f"{name}_unixtime") or "")
    if seconds.isdigit() and len(seconds) < 12:
        return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%d %H:%M} UTC"
    return str(one.get(name) or "")


def _telegram_words(text: object) -> str:
    """The pieces of a message put together; what is struck through as an aside."""
    if isinstance(text, str):
        return asides.escape(text)
    if isinstance(text, dict):
        words = _telegram_words(text.get("text"))
        return asides.mark("struck", words) if text.get("type") == "strikethrough" else words
    return "".join(map(_telegram_words, text)) if isinstance(text, list) else ""


def _read(messages: list[Message], more: list[str], left_out: tuple[str, ...] = ()) -> ReadText:
    lines = []
    for one in messages:
        head = " · ".join(part for part in (one.when, one.who, *one.marks) if part)
        lines.append(f"{asides.mark('message', asides.escape(head))}\n{one.words}")
    changed = sum(bool(one.marks and one.words) for one in messages)
    empty = sum(not one.words for one in messages)
    found = [FOR_EDITORS.count(len(messages), "message"), *more]
    found += [f"{changed} of them edited, forwarded or answering another"] if changed else []
    found += [f"{empty} without words of their own"] if empty else []
    return ReadText("\n".join(lines), found=tuple(found), left_out=left_out)
