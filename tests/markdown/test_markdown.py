"""Prose: its HTML, its faults and its sentences. The cases are texts, in `cases/`."""

from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from sourcebook.markdown import Cited, FactUse, Heading, Hole, Mention, Part, Prose, parse_prose

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[ParameterSet]:
    """Title, text and what is expected, of each case of a file."""
    heads, texts, wanted = sections(name)
    titles = [head.strip().splitlines()[-1] for head in heads]
    return [
        pytest.param(*case, id=title) for title, *case in zip(titles, texts, wanted, strict=True)
    ]


def sections(name: str) -> tuple[list[str], list[str], list[str]]:
    """What stands between lines of a dot: titles, texts and what is expected of them."""
    found: list[list[str]] = [[]]
    for line in (CASES / name).read_text("utf-8").split("\n"):
        if line == ".":
            found.append([])
        else:
            found[-1].append(line)
    assert not any(found.pop()), f"{name} ends with a line of a dot"
    parts = ["\n".join(lines) for lines in found]
    return parts[0::3], parts[1::3], parts[2::3]


def fill(hole: Hole) -> str:
    if isinstance(hole, Mention):
        return f"<m {hole.id}>{hole.label or hole.id}</m>"
    if isinstance(hole, FactUse):
        return f"<f>{hole.id} / {hole.fact}</f>"
    items = "; ".join(f"{source}: {at or '-'}" for source, at in hole.items)
    return f"<c {hole.number}>{items}</c>"


@pytest.mark.parametrize(("text", "html"), cases("inline.md"))
def test_html(text: str, html: str) -> None:
    assert parse_prose(text).html(fill).rstrip("\n") == html


@pytest.mark.parametrize(("text", "faults"), cases("faults.md"))
def test_faults(text: str, faults: str) -> None:
    found = [f"{fault.line} {fault.code} {fault.message}" for fault in parse_prose(text).problems]
    assert found == faults.splitlines()


@pytest.mark.parametrize(("text", "sentences"), cases("sentences.md"))
def test_sentences(text: str, sentences: str) -> None:
    found = [f"{s.line} {''.join(map(shown, s.parts))}" for s in parse_prose(text).sentences]
    assert found == sentences.splitlines()


def shown(part: Part) -> str:
    names = {Mention: "‹mention›", Cited: "‹cited›", FactUse: "‹fact›"}
    return part if isinstance(part, str) else names[type(part)]


def test_a_phrase_has_no_paragraph() -> None:
    prose = parse_prose("See [[x]] [@s, 1].\nAnd *so* on.", inline=True)
    assert prose.html(fill) == "See <m x>x</m> <c 1>s: 1</c>.\nAnd <em>so</em> on."
    assert len(prose.sentences) == 2


def test_a_phrase_is_no_block() -> None:
    assert parse_prose("# a", inline=True).html(fill) == "# a"
    assert parse_prose("- a\n- b", inline=True).html(fill) == "- a\n- b"


@pytest.mark.parametrize("text", ["", "  \n\t\n"])
def test_no_text(text: str) -> None:
    assert parse_prose(text, inline=True) == Prose()
    assert parse_prose(text) == Prose()


def test_headings_are_listed() -> None:
    assert parse_prose("# One\n\n### *Two* `three`\n").headings == (
        Heading(2, "text-one", "One"),
        Heading(3, "text-two-three", "Two three"),
    )


def test_citations_know_their_sentence() -> None:
    one, two = parse_prose("One [@a, 1] and [@b, 2]. Two. [@c, 3]").sentences
    assert [cited.items for cited in one.citations] == [(("a", "1"),), (("b", "2"),)]
    assert [cited.number for cited in two.citations] == [3]


def test_holes_stand_in_order_with_their_lines() -> None:
    holes = parse_prose("[[a]]\n[@b, 1]\n\n{{c.d}}").holes
    assert [(type(hole).__name__, hole.line) for hole in holes] == [
        ("Mention", 0),
        ("Cited", 1),
        ("FactUse", 3),
    ]


LONG = {
    "initials": "A. " * 30_000,
    "headings": "# a\n" * 10_000,
    "citations": "[@a, b] " * 10_000,
    "sentences": "One.\n" * 20_000,
    "brackets": "[" * 20_000,
    "pictures": "![" * 5_000 + "x" + "](a)" * 5_000,
    "quotations": "> " * 5_000 + "a",
    "items": "- " * 5_000 + "a",
    "stars": "*a **b " * 5_000,
    "ticks": "".join("`" * n + "a" for n in range(400)),
    "tags": "<a " * 20_000,
    "open": "[[" * 10_000 + "[@" * 10_000 + "{{" * 10_000,
    "cells": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|b" * 5_000,
    "entities": "&" * 20_000,
    "references": "".join(f"[{n}]: /a\n" for n in range(5_000)) + "\n[1]",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_and_deep_texts(text: str) -> None:
    """They end, and the stack holds; before, some took the square of their length."""
    prose = parse_prose(text)
    assert "".join(part for part in prose.parts if isinstance(part, str))
