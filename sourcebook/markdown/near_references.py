"""What is nearly a reference: one bracket, brace or sign is missing, too many or escaped.

Editors and formatters put backslashes before brackets, people forget one of two. Only form is
looked at here; whether a record has the id that is named, the linker knows.
"""

import re
from collections.abc import Iterator

from sourcebook.markdown.prose import NearReference

_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.(?!\1(?!`)))*.\1(?!`)", re.S)
_ID = r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)"
_FACT = r"(?P<fact>[a-z][a-z0-9.-]*)"
_ESCAPED = "a backslash keeps it from being one; an editor or a formatter may have put it there"
_FORMS: tuple[tuple[str, str, str, str], ...] = (
    (rf"(?:\\\[\\?\[|\[\\\[)\s*{_ID}\s*(?:\\?\||\\?\])", "a link", "[[{id}]]", _ESCAPED),
    (rf"(?:\\\[\\?@|\[\\@)\s*{_ID}(?![a-z0-9-])", "a citation", "[@{id}, place]", _ESCAPED),
    (rf"(?:\\\{{\\?\{{|\{{\\\{{)\s*{_ID}\\?\.{_FACT}", "a fact", "{{{{{id}.{fact}}}}}", _ESCAPED),
    (
        rf"(?<![{{\\])\{{\s*{_ID}\.{_FACT}\s*\}}",
        "a fact",
        "{{{{{id}.{fact}}}}}",
        "its braces are not two on either side",
    ),
    (
        rf"(?<![\[\\!\]])\[\s*{_ID}(?:\s*\|[^\[\]]*\]\]?|\s*\]\](?!\]))",
        "a link",
        "[[{id}|words]]",
        "its brackets are not two on either side",
    ),
    (
        rf"[(（{{]\s*@\s*{_ID}(?![a-z0-9-])",
        "a citation",
        "[@{id}, place]",
        "it stands in the wrong brackets",
    ),
    (
        rf"(?<![\[\\])\[\s+@\s*{_ID}(?![a-z0-9-])",
        "a citation",
        "[@{id}, place]",
        "there is a space before its @",
    ),
    (
        rf"(?<![\[\\!\]])\[{_ID},\s+[^\[\]@]{{1,60}}\](?![(\[:{{])",
        "a citation",
        "[@{id}, place]",
        "its @ is missing",
    ),
)
"""The forms: a pattern, what was meant, how that is written, and what is wrong."""
_PATTERNS = tuple(
    (re.compile(form), meant, written, wrong) for form, meant, written, wrong in _FORMS
)


_SUSPECT = re.compile(r"\\[\[{@]|[\[{]\\|(?<!\[)\[(?![\[@])|(?<!\{)\{(?!\{)|[(（{]\s*@")
"""What each of the forms has, and most texts have not."""


def near_references(text: str, first_line: int = 0) -> Iterator[NearReference]:
    """What is nearly a reference in a piece of Markdown; code is none."""
    if not _SUSPECT.search(text):
        return
    bare = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text) if "`" in text else text
    for pattern, meant, form, wrong in _PATTERNS:
        for match in pattern.finditer(bare):
            line = first_line + bare.count("\n", 0, match.start())
            name = match["id"]
            meant_form = form.format(**match.groupdict())
            message = f"{{written}} looks like {meant}, but {wrong}: write {meant_form}"
            written = " ".join(match[0].split())
            kind = "source" if meant == "a citation" else None
            yield NearReference(line, name, kind, written, message)
