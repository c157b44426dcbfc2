"""What a mail quotes: lines of others behind >, or below the head of the mail they come from."""

import re
from collections.abc import Sequence

from sourcebook.quotes import asides

_QUOTED = re.compile(r"\s{0,3}>")
_DIVIDER = re.compile(
    r"\s*(?:-{2,}|_{5,}|\*{2,})?\s*(?:Original Message|Original-Nachricht|Original Appointment"
    r"|Forwarded (?:message|by)\b.*|Begin forwarded message:?|Ursprüngliche Nachricht"
    r"|Weitergeleitete Nachricht|Anfang der weitergeleiteten Nachricht:?|Message d['’]origine"
    r"|Message (?:original|transféré)|Début du message (?:transféré|réexpédié) ?:?"
    r"|Mensaje (?:original|reenviado)|Inicio del mensaje reenviado:?"
    r"|Messaggio (?:originale|inoltrato)|(?:Исходное|Пересылаемое|Пересланное) сообщение"
    r"|İletilen ileti|Orijinal Mesaj"
    r"|الرسالة الأصلية|رسالة معاد توجيهها|پیام اصلی|پیام فرستاده‌شده"
    r"|ההודעה המקורית|הודעה שהועברה)\s*(?:-{2,}|_{5,}|\*{2,})?\s*:?\s*",
    re.IGNORECASE,
)
"""The line above a mail that is quoted or handed on whole, in the languages of mail programs."""
_FROM = re.compile(r"\s*[*_]?(?:From|Von|De|Da|От|Kimden|من|از|מאת)\s?:[*_]?\s+\S", re.IGNORECASE)
_FIELDS = re.compile(
    r"\s*[*_]?(?:Sent|Date|To|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado(?: el)?"
    r"|Fecha|Para|Asunto|Inviato|Data|A|Oggetto|Отправлено|Дата|Кому|Тема|Tarih|Gönderildi|Kime|Konu"
    r"|إلى|الموضوع|تم الإرسال|التاريخ|به|موضوع|تاریخ|אל|נושא|נשלח|תאריך)\s?:",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(r".*[:：]\s*$")
_SAID = re.compile(
    r"\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|писал|пишет|yazdı|schreef)\b"
    r"|كتب|كتبت|نوشت|כתב"
)
_LONGEST_ATTRIBUTION = 3
_NEAR = 6


def set_quoted_apart(text: str) -> str:
    """The text of a mail in lines, with what it quotes as asides."""
    lines = text.split("\n")
    end = _start_of_whole(lines)
    marked = [_QUOTED.match(line) is not None for line in lines[:end]]
    for index in [number for number, quoted in enumerate(marked) if quoted]:
        for before in _attribution(lines, marked, index):
            marked[before] = True
    return _joined(lines[:end], marked, lines[end:])


def _start_of_whole(lines: Sequence[str]) -> int:
    """The line from which on the mail is another's; the number of lines where it is none."""
    for index, line in enumerate(lines):
        if _DIVIDER.fullmatch(line) and line.strip():
            return index
        fields = [one for one in lines[index + 1 : index + _NEAR] if _FIELDS.match(one)]
        if _FROM.match(line) and len(fields) > 1:
            return index
        if _is_attribution(line) and not any(map(_QUOTED.match, lines[index:])):
            return index
    return len(lines)


def _is_attribution(line: str) -> bool:
    """Whether a line says who wrote what stands below it, and when or at which address."""
    dated = any(one.isdigit() for one in line) or "@" in line
    return dated and bool(_ATTRIBUTION.match(line)) and bool(_SAID.search(line))


def _attribution(lines: Sequence[str], marked: Sequence[bool], index: int) -> range:
    """The lines right above a quoted one that say who wrote it."""
    last = index - 1
    while last >= 0 and not lines[last].strip():
        last -= 1
    if last < 0 or marked[last] or not _ATTRIBUTION.match(lines[last]):
        return range(0)
    for first in range(last, max(-1, last - _LONGEST_ATTRIBUTION), -1):
        words = " ".join(lines[first : last + 1])
        if _is_attribution(words):
            return range(first, last + 1)
        if not lines[first].strip():
            break
    return range(0)


def _joined(own: Sequence[str], marked: Sequence[bool], rest: Sequence[str]) -> str:
    out: list[str] = []
    quoted: list[str] = []
    for line, is_quoted in [*zip(own, marked, strict=True), *((line, True) for line in rest)]:
        if is_quoted:
            quoted.append(line)
            continue
        out += _aside(quoted)
        quoted = []
        out.append(line)
    return "\n".join([*out, *_aside(quoted)])


def _aside(lines: Sequence[str]) -> list[str]:
    return [asides.mark("quoted", "\n".join(lines))] if any(map(str.strip, lines)) else [*lines]
