"""Every rule has a page, and what the page says is so: its example is tried."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from sourcebook import cli
from sourcebook.rules import RULES
from sourcebook.theme import RULE_PAGES
from tests.rule_pages import INDEX, SECTIONS, example, index, read, standing, tried

EVERY = pytest.mark.parametrize("code", list(RULES))


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert {file.stem for file in RULE_PAGES.glob("*.md")} == set(RULES) | {INDEX.stem}


@EVERY
def test_a_page_has_all_its_parts(code: str) -> None:
    page = read(code)
    assert page.title == f"# {code}: {RULES[code].name}"
    assert page.standing == standing(RULES[code])
    assert tuple(page.sections) == SECTIONS
    for name in ("What", "Why", "How to fix it"):
        words = re.sub(r"^```.*?^```$", "", page.sections[name], flags=re.S | re.M)
        assert len(words.split()) > 6, name


@EVERY
def test_the_example_breaks_its_rule_and_no_other(code: str) -> None:
    told = example(code)
    assert told == read(code).told
    assert set(re.findall(r":\d+: \w+ (SB\d+) ", told)) == {code}


@EVERY
def test_what_is_mended_is_sound(code: str) -> None:
    assert tried(read(code).sections["How to fix it"]) == ""


def test_the_index_lists_every_page() -> None:
    assert INDEX.read_text("utf-8") == index()
    assert all(f"[{code}]({code}.md)" in index() for code in RULES)


def test_a_line_of_a_page_is_not_too_long() -> None:
    for code in RULES:
        long = [
            line for line in (RULE_PAGES / f"{code}.md").read_text().splitlines() if len(line) > 110
        ]
        data = ("content/", "- {", "passage: {", "assessed: {", "mill-fire ", "bridge-fire ")
        assert [line for line in long if not line.lstrip().startswith(data)] == []


def test_a_rule_is_explained_by_its_page(tmp_path: Path) -> None:
    for word in ("SB407", "sb407"):
        told = CliRunner().invoke(cli.commands, ["rules", word], obj=tmp_path).stdout
        assert told == (RULE_PAGES / "SB407.md").read_text("utf-8")


def test_a_project_may_explain_a_rule_in_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "templates" / "rule_pages").mkdir(parents=True)
    (tmp_path / "templates" / "rule_pages" / "SB407.md").write_text("# Cite it\n", "utf-8")
    told = CliRunner().invoke(cli.commands, ["rules", "SB407"], obj=tmp_path).stdout
    assert told == "# Cite it\n"
