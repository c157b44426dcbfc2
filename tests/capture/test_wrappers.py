"""What wraps a text is taken off (mails, captions, chats, web archives), or it is refused."""

import gzip
import json
import zlib
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZipFile

import pytest

from sourcebook.capture import CaptureError
from sourcebook.capture.convert import convert_file
from sourcebook.quotes.source_text import QuotedText, SourceText


def text_of(data: bytes | str, name: str = "source") -> str:
    made = convert_file(data if isinstance(data, bytes) else data.encode(), name)
    return made.text.removesuffix("\n")


def quotable(text: str, words: str) -> bool:
    return SourceText(text).find(QuotedText(words), in_running_text=True).fitting == 1


# ---- mails


def mail(body: str, **fields: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "desk@office.example", "Subject": "Toll", **fields}.items():
        message[name] = value
    message["Message-ID"] = "<1@office.example>"
    message.set_content(body, cte="quoted-printable")
    return message


def test_a_mail_is_decoded() -> None:
    text = text_of(mail("قتل 45 شخصا.\nAt least six were hurt.", Subject="بيان: 45").as_bytes())
    assert text.splitlines()[:3] == [
        "⟦message From: desk@office.example⟧",
        "بيان: 45",
        "",
    ]
    assert quotable(text, "قتل 45 شخصا")
    assert quotable(text, "At least six were hurt")


REPLY = """\
We count six.

On Mon, 2 May 2033 at 10:00, Ann wrote:
> Are 54 killed?
> > 55, I hear.

Yes, six.
"""
OUTLOOK = """\
We count six.

From: Ann <ann@post.example>
Sent: Monday, 2 May 2033 10:00
To: Desk
Subject: Toll

Are 54 killed?
"""
FORWARDED = "See below.\n\n---------- Forwarded message ---------\nFrom: Ann\n\nAre 54 killed?\n"
APPLE = "See below.\n\nBegin forwarded message:\n\n> From: Ann\n> \n> Are 54 killed?\n"
FRENCH = "Six.\n\nLe lun. 2 mai 2033 à 10:00, Ann a écrit :\n> Are 54 killed?\n"


@pytest.mark.parametrize("body", [REPLY, OUTLOOK, FORWARDED, APPLE, FRENCH])
def test_what_a_mail_quotes_is_not_its_sender_s_word(body: str) -> None:
    text = text_of(mail(body).as_bytes())
    assert not quotable(text, "54 killed")
    assert "54 killed" in text
    assert quotable(text, body.split(".", maxsplit=1)[0])
    assert "wrote:" not in SourceText(text).running
    assert SourceText(text).kind_of_aside(lambda one: "54 killed" in one.text) == "quoted"


def test_a_mail_that_is_a_page() -> None:
    message = mail("Six were killed.")
    quoted = "<blockquote type=cite>54 killed</blockquote><div class=gmail_quote>55 killed</div>"
    message.add_alternative(f"<p>Six were<br>killed.</p>{quoted}", subtype="html")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="list.pdf")
    made = convert_file(message.as_bytes(), "a.eml")
    assert quotable(made.text, "Six were killed.")
    assert not quotable(made.text, "54 killed")
    assert not quotable(made.text, "55 killed")
    assert made.read.left_out == ("the attached list.pdf",)
    assert made.kind.media_type == "message/rfc822"


def test_a_plain_text_that_reads_otherwise_is_told() -> None:
    message = mail("Seven were killed.")
    message.add_alternative("<p>Six were killed.", subtype="html")
    (told,) = convert_file(message.as_bytes(), "a").read.left_out
    assert told == "the plain text beside the page, which reads otherwise"


def test_a_flowed_mail_has_no_lines_of_its_own() -> None:
    head = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n"
    assert text_of(head + b"At least \nsix were \nkilled.\n> 54 were \n> killed\n").endswith(
        "At least six were killed.\n⟦quoted > 54 were killed⟧"
    )


def test_an_encrypted_mail_is_refused() -> None:
    head = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nx"
    with pytest.raises(CaptureError, match="the mail is encrypted"):
        convert_file(head, "a.eml")


# ---- captions

ROLLING = """\
WEBVTT
Kind: captions

00:00:00.160 --> 00:00:02.070 align:start position:0%
~
at<00:00:00.320><c> least</c><00:00:00.560><c> six</c>

00:00:02.070 --> 00:00:02.080
at least six
~

00:00:02.080 --> 00:00:04.470
at least six
people<00:00:02.320><c> were</c>

00:00:04.470 --> 00:00:04.480
people were
~

00:00:04.480 --> 00:00:06.000
people were
killed
"""


def test_lines_that_roll_stand_once() -> None:
    made = convert_file(ROLLING.replace("~", " ").encode(), "talk.vtt")
    assert made.text == "at least six\npeople were\nkilled\n"
    assert "lines that roll, each read once" in made.read.found


def test_lines_that_grow_stand_once() -> None:
    cues = ("at", "at least", "at least six", "people")
    srt = "".join(
        f"{n}\n00:00:0{n},000 --> 00:00:0{n + 1},000\n{words}\n\n"
        for n, words in enumerate(cues, 1)
    )
    assert text_of(srt) == "at least six\npeople"


def test_captions_lose_times_marks_and_numbers() -> None:
    vtt = (
        "WEBVTT\n\nNOTE a\nb\n\nSTYLE\n::cue{}\n\nfirst\n00:01.000 --> 00:02.000\n"
        "<v Ann>Six &amp;\n<i>seven</i>\n\n2\n00:03.000 --> 00:04.000\n<v Ann>died.\n\n"
        "00:09.000 --> 00:10.000\n<v Bo>No.\n\n00:11.000 --> 00:12.000\n<v Bo>No.\n\nNOTE end\n"
    )
    assert text_of(vtt) == "Ann: Six &\nseven\ndied.\nBo: No.\nNo."
    srt = "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}Six\r\n\r\n2\r\n"
    srt += "00:00:02,000 --> 00:00:03,5\r\n2\r\n"
    assert text_of(srt) == "Six\n2"
    assert text_of("0:00:01.000,0:00:02.000\nSix\ndied\n") == "Six\ndied"
    ttml = '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><p>Six<br/>died'
    assert text_of(f"{ttml} &amp; <span>more</span></p></body></tt>") == "Six\ndied & more"


# ---- chats


def test_a_chat_of_whatsapp() -> None:
    chat = (
        "\u200f[٢٤/٨/٢٠٣٢، ٤:١٠:٠٠ ص] المكتب: قتل ٤٥ شخصا\n"
        "\u200f[٢٥/٨/٢٠٣٢، ٤:١٢:٠٠ م] المكتب: جريح ٤\nفي القرية\n"
    )
    made = convert_file(chat.encode(), "chat.txt")
    assert made.text == (
        "⟦message ٢٤/٨/٢٠٣٢، ٤:١٠:٠٠ ص · المكتب⟧\nقتل ٤٥ شخصا\n"
        "⟦message ٢٥/٨/٢٠٣٢، ٤:١٢:٠٠ م · المكتب⟧\nجريح ٤\nفي القرية\n"
    )
    assert made.read.found == ("2 messages",)
    assert not quotable(made.text, "شخصا جريح")


def test_what_became_of_a_message_is_said() -> None:
    chat = (
        "24/8/32, 4:10 PM - Ann: Six killed \u200e<This message was edited>\n"
        "24/8/32, 4:11 PM - Bo: <Media omitted>\n24/8/32, 4:12 PM - Ann left\n"
        "24/8/32, 25 - no message\n"
    )
    made = convert_file(chat.encode(), "chat.txt")
    assert "⟦message 24/8/32, 4:10 PM · Ann · This message was edited⟧\nSix killed\n" in made.text
    assert "⟦message 24/8/32, 4:11 PM · Bo · Media omitted⟧" in made.text
    assert made.read.found[:2] == ("3 messages", "4 lines that begin with a date")


def test_a_chat_of_telegram() -> None:
    message = {
        "id": 7, "type": "message", "date": "2032-08-24T04:10:00", "date_unixtime": "1976929800",
        "edited": "2032-08-24T05:00:00", "from": "Desk", "forwarded_from": "Other",
        "text": ["قتل ", {"type": "bold", "text": "45"}, {"type": "strikethrough", "text": " 54"},
                 " شخصا"],
    }  # fmt: skip
    made = convert_file(json.dumps({"type": "x", "messages": [message]}).encode(), "result.json")
    assert made.text == (
        "⟦message 2032-08-24 03:10 UTC · Desk · edited 2032-08-24T05:00:00 · "
        "forwarded from Other⟧\n"
        "قتل 45 ⟦struck 54⟧ شخصا\n"
    )
    assert quotable(made.text, "قتل 45 شخصا")
    with pytest.raises(CaptureError, match="it holds several chats"):
        convert_file(b'{"chats": {"list": []}}', "result.json")


# ---- web archives


def warc(body: bytes, *fields: str, address: str = "https://a.example/") -> bytes:
    head = "\r\n".join(
        ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=windows-1256", *fields]
    )
    block = f"{head}\r\n\r\n".encode() + body
    start = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
    return f"{start}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


PAGE = "<html><p>قتل 45</p>".encode("cp1256")


@pytest.mark.parametrize(
    "archive",
    [
        warc(PAGE),
        gzip.compress(warc(PAGE), mtime=0),
        warc(gzip.compress(PAGE, mtime=0), "Content-Encoding: gzip"),
        warc(zlib.compress(PAGE), "Content-Encoding: deflate"),
        warc(b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked"),
        b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: urn:x\r\nContent-Type: text/html; "
        b"charset=windows-1256\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n" % (len(PAGE), PAGE),
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n" + warc(PAGE),
    ],
)
def test_a_page_out_of_a_web_archive(archive: bytes) -> None:
    made = convert_file(archive, "page.warc")
    assert made.text == "قتل 45\n"
    assert made.kind.media_type == "application/warc"


def test_one_page_of_several_is_chosen() -> None:
    archive = warc(PAGE) + warc(b"<html><p>other", address="https://b.example/")
    with pytest.raises(CaptureError, match=r"2 pages \(https://a.example/, https://b.example/\)"):
        convert_file(archive, "a.warc")
    assert convert_file(archive, "a.warc", address="https://b.example/").text == "other\n"
    with pytest.raises(CaptureError, match="--address: the web archive has no page"):
        convert_file(archive, "a.warc", address="https://c.example/")
    with pytest.raises(CaptureError, match="packed as 'br'"):
        convert_file(warc(PAGE, "Content-Encoding: br"), "a.warc")
    with pytest.raises(CaptureError, match="there is no page in the web archive"):
        convert_file(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n", "a.warc")


# ---- tables and Markdown


def test_cells_stay_apart() -> None:
    text = text_of('who;killed\nAnn;"3"\nBo;100\n', "toll.csv")
    assert text == "who | killed\nAnn | 3\nBo | 100"
    assert not quotable(text, "3 100")


def test_markdown_is_read_as_its_page() -> None:
    text = text_of("# Toll\n\n~~45~~ **54** killed[^1] at [the mill](x)\n\n[^1]: So.", "a.md")
    assert text == "Toll\n⟦struck 45⟧ 54 killed⟦note 1⟧ at the mill\n⟦note 1⟧ So."


# ---- what is refused


def packed(path: Path, **files: str) -> bytes:
    with ZipFile(path / "x.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return (path / "x.zip").read_bytes()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"mimetype": "application/epub+zip"}, "a book .EPUB."),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "save it as .docx or PDF"),
        ({"xl__workbook.xml": ""}, "a spreadsheet"),
        ({"datapackage.json": "{}"}, r"WACZ.*take the .warc out of it"),
        ({"log": "a"}, "a ZIP file: unpack it and capture the file in it .'log'."),
    ],
)
def test_packed_files_are_named(files: dict[str, str], message: str, tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match=message):
        convert_file(packed(tmp_path, **files), "x")


OLE = b"\xd0\xcf\x11\xe0"


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        ('{"a": 1}', "x", "it is JSON"),
        ('{"a": 1}\n{"b": 2}\n', "x.jsonl", "it is JSON"),
        ("[1, 2]", "x", "it is JSON"),
        ("<?xml version='1.0'?><rss/>", "x", "a feed: open the article itself"),
        ("<?xml version='1.0'?><a/>", "x", "it is XML"),
        ("<svg><text>a</text></svg>", "x", "a picture"),
        ("[InternetShortcut]\nURL=https://a.example/", "x.url", "a shortcut to an address"),
        ("From a@b.example Mon May  2 10:00:00 2033\nFrom: a\n\nx", "x", "a mailbox"),
        (
            b"\xd0\xcf\x11\xe0" + "__properties_version1.0".encode("utf-16-le"),
            "x",
            "save it as .eml",
        ),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "x", "save it as .docx"),
        (b"bplist00 WebMainResource", "x", "a web archive of Safari"),
        (b"{\\rtf1 a}", "x", "rich text"),
        (b"GIF89a\0", "x", "--read-by ocr"),
        (b"RIFF1234WAVEfmt \0", "x", "capture its captions"),
        (gzip.compress(b"text", mtime=0), "x.gz", "unpack it"),
    ],
)
def test_what_is_not_read_is_refused_with_a_way_out(
    data: bytes | str, name: str, message: str
) -> None:
    with pytest.raises(CaptureError, match=message):
        text_of(data, name)


def test_plain_words_are_plain_text() -> None:
    for words in ("BM is short", "From the mill: six.", "{not data", "[1] A note.", "2 May: six"):
        assert text_of(words) == words
