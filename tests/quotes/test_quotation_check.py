"""The gate as a whole: what check and quotes do to a dataset, with its captures and without."""

import json
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from sourcebook import cli
from sourcebook.models import Citation, Source
from sourcebook.publish import PublishError
from sourcebook.quotes import CapturesFolderError, CheckedQuotation
from sourcebook.render import Renderer
from sourcebook.render.quotations import address
from sourcebook.site import prepare
from tests.conftest import REPOSITORY, SMALL
from tests.strategies import bounded

STRIKE = "content/incidents/depot-nine-strike.md"
LOCK = "content/quotes.lock"
IN_AMHARIC = """\
  - id: in-amharic
    by: ember-watch
    measure: missing
    value: 3
    cites:
      - source: brigade-leaflet
        at: page 1
        quote: ሦስት ሰዎች ጠፉ
        language: am
        translation: three people are missing
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small dataset without its captures."""
    shutil.copytree(SMALL, tmp_path / "content")
    return tmp_path


def with_captures(root: Path) -> Path:
    shutil.copytree(SMALL.parent / "captures", root / "captures")
    return root


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def told(root: Path) -> list[str]:
    return [f"{one.path}:{one.line} {one.code} {one.message}" for one in prepare(root).problems]


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.commands, words, obj=root)


def test_it_is_sound_with_captures_and_without(root: Path) -> None:
    assert told(root) == []
    assert told(with_captures(root)) == []


@pytest.mark.parametrize(
    ("old", "new", "before"),
    [
        ("aircraft struck the depot", "aircraft strvck the depot", "our aircraft struck the depot"),
        (
            "aircraft struck the depot",
            "aircraft struck the depots",
            "our aircraft struck the depot",
        ),
        ("our aircraft", "Our aircraft", "our aircraft struck the depot"),
    ],
)
def test_an_edit_shows_without_the_capture(old: str, new: str, before: str, root: Path) -> None:
    edit(root, STRIKE, old, new)
    (one,) = told(root)
    assert one.startswith(f"{STRIKE}:20 SB504 the words ")
    assert f"(checked were '{before}')" in one
    assert "python build.py capture command-statement-mirror FILE" in one
    assert run(root, "quotes").exit_code == 1
    assert "SB504" in run(root, "check").output


def test_a_changed_prefix_is_checked_again(root: Path) -> None:
    edit(root, STRIKE, 'the depot"}', 'the depot", prefix: Before dawn}')
    assert [re.findall("SB5..", one) for one in told(root)] == [["SB504"]]
    run(with_captures(root), "quotes")
    assert told(root) == []
    assert 'after "Before dawn"' in (root / LOCK).read_text("utf-8")


def test_an_edit_of_what_no_capture_is_on_record_of_shows(root: Path) -> None:
    edit(root, STRIKE, 'quote: "no fewer than six"', 'quote: "not fewer than six"')
    (one,) = told(root)
    assert one.startswith(f"{STRIKE}:51 SB505 quotes.lock does not hold 'not fewer than six'")
    assert run(root, "quotes").exit_code == 0
    assert told(root) == []


def test_with_the_capture_the_nearest_passage_is_shown(root: Path) -> None:
    edit(with_captures(root), STRIKE, "our aircraft struck", "our aircraft hit")
    (one,) = told(root)
    assert one.startswith(f"{STRIKE}:20 SB501 'our aircraft hit the depot' is not in")
    assert "“our aircraft struck the depot”" in one


def test_a_figure_that_is_not_quoted_shows(root: Path) -> None:
    edit(root, STRIKE, 'value: ">=6"', 'value: ">=7"')
    edit(root, STRIKE, ', as: "no fewer than six"', "")
    (one,) = told(root)
    assert one.startswith(f"{STRIKE}:51 SB503 claim 'killed-ember' says >=7, but 7 is not in")
    edit(root, STRIKE, "    said: 2032-03\n", "    said: 2032-03\n    derivation: six and one\n")
    assert told(root) == []


def test_the_lock_follows_what_is_moved_and_deleted(root: Path) -> None:
    edit(root, STRIKE, "id: killed-ember", "id: killed-by-ember")
    assert any(LOCK in one or "SB505" in one for one in told(root))
    run(root, "quotes")
    assert [one for one in told(root) if "SB5" in one] == []
    assert "claims.killed-by-ember" in (root / LOCK).read_text("utf-8")


def test_a_quotation_may_be_moved_without_its_capture(root: Path) -> None:
    """The lock says what was found in which bytes: where it is quoted does not matter to that."""
    edit(root, STRIKE, "at: para 1, quote: ", "at: para 2, quote: ")
    assert told(root) == []
    moved = (root / LOCK).read_text("utf-8").replace(" roles command", " responds_to command")
    (root / LOCK).write_text(moved, "utf-8")
    assert {re.findall(r"SB\d+", one)[0] for one in told(root)} == {"SB505", "SB705"}
    assert run(root, "quotes").exit_code == 0
    assert told(root) == []


def test_without_a_lock_nothing_is_trusted(root: Path) -> None:
    (root / LOCK).unlink()
    codes = [re.findall("SB5..", one)[0] for one in told(root)]
    assert sorted(codes) == ["SB535"]
    assert run(with_captures(root), "quotes").exit_code == 0
    assert (root / LOCK).read_bytes() == (SMALL / "quotes.lock").read_bytes()


def test_quotes_writes_the_same_bytes_each_time(root: Path) -> None:
    for _ in range(2):
        result = run(with_captures(root) if not (root / "captures").exists() else root, "quotes")
        assert result.output == (
            "never checked: 1 quotation of 'brigade-post': 'لم يصب أحد'\n"
            "  `python build.py capture brigade-post FILE` files its text and looks them up\n"
            "never checked: 1 quotation of 'ember-log-2032': 'no fewer than six'\n"
            "  `python build.py capture ember-log-2032 FILE` files its text and looks them up\n"
            "found, now or before: 1 word for word, 1 but for spaces, dashes and the like\n"
            "4 quotations: 2 looked up, 0 trusted by quotes.lock, 2 never checked; "
            "quotes.lock is unchanged\n"
        )
    assert (root / LOCK).read_bytes() == (SMALL / "quotes.lock").read_bytes()


def test_a_dataset_that_quotes_nothing_has_no_lock(root: Path) -> None:
    for file in (root / "content").iterdir():
        if file.name not in ("dataset.yml", "quotes.lock", "locations"):
            shutil.rmtree(file) if file.is_dir() else file.unlink()
    edit(root, "content/dataset.yml", "latest_episode: salt-month\n", "")
    run(root, "quotes", "--prune")
    assert not (root / LOCK).exists()


def test_a_merged_lock_is_mended_by_the_command(root: Path) -> None:
    text = (root / LOCK).read_text("utf-8").split("\n")
    (root / LOCK).write_text(
        "\n".join([*text[:3], "<<<<<<< HEAD", *text[3:4], "=======", *text[3:]])
    )
    assert {re.findall("SB5..", one)[0] for one in told(root)} == {"SB508"}
    run(root, "quotes")
    assert told(root) == []


def test_records_that_cannot_be_read_keep_their_lines(root: Path) -> None:
    edit(root, STRIKE, "type: ", "tipe: ")
    before = (root / LOCK).read_bytes()
    assert not any("SB505" in one for one in told(root))
    assert "first correct what keeps records from being read" in str(run(root, "quotes").exception)
    assert (root / LOCK).read_bytes() == before


def test_a_damaged_capture_is_told(root: Path) -> None:
    (file,) = (with_captures(root) / "captures").iterdir()
    file.write_bytes(file.read_bytes().replace(b"dawn", b"noon"))
    (one,) = told(root)
    assert one.startswith("content/sources/command-statement-mirror.md:13 SB506 the capture ")
    file.write_bytes(b"\xff")
    assert "it is not UTF-8 text" in told(root)[0]


_EXCUSE = "excused:\n  - {{rule: {}, why: fine, by: A. Stranger, date: 2032-04-01}}\n"
_FALSE = {
    "SB501": ("our aircraft struck the depot", "our aircraft struck the school"),
    "SB502": ('"our aircraft struck the depot"', '"the"'),
    "SB503": (', as: "no fewer than six"', ", as: seven"),
    "SB510": ('quote: "two or three of them", as: two or three', "as: six thousand"),
    "SB511": ("“our aircraft struck the depot”", "“our aircraft missed the depot”"),
}


@pytest.mark.parametrize("code", _FALSE)
@pytest.mark.parametrize("way", ["excuse", "severity"])
def test_no_reason_lets_through_what_was_looked_up_and_is_not_there(
    code: str, way: str, root: Path
) -> None:
    body = "They wrote that “our aircraft struck the depot”. [@command-statement-mirror, para 1]\n"
    file = with_captures(root) / STRIKE
    file.write_text(f"{file.read_text('utf-8')}\n{body}", "utf-8")
    edit(root, STRIKE, *_FALSE[code])
    assert code in {one.code for one in prepare(root).problems if one.severity == "error"}
    if way == "excuse":
        edit(root, STRIKE, "type: ", f"{_EXCUSE.format(code)}type: ")
    else:
        settings = f"severities: {{{code}: warning}}\nmeasures:"
        edit(root, "content/dataset.yml", "measures:", settings)
    found = prepare(root)
    errors = {one.code for one in found.problems if one.severity == "error"}
    assert "SB116" in errors
    assert found.failed
    if way == "severity":
        assert code in errors


def test_prose_is_held_to_what_it_cites(root: Path) -> None:
    body = "They wrote that “our aircraft struck the depot”. [@command-statement-mirror, para 1]\n"
    file = with_captures(root) / STRIKE
    file.write_text(f"{file.read_text('utf-8')}\n{body}", "utf-8")
    run(root, "quotes")
    assert told(root) == []
    edit(root, STRIKE, "“our aircraft struck", "“our aircraft missed")
    (one,) = told(root)
    assert " SB511 'our aircraft missed the depot' is not in" in one
    edit(root, STRIKE, "“our aircraft missed the depot”", "“missed”")
    run(root, "quotes")
    assert told(root) == []


def test_prose_may_translate_what_it_cites(root: Path) -> None:
    file = root / STRIKE
    file.write_text(
        f"{file.read_text('utf-8')}\nThey say “nobody at all was hurt”. [@brigade-post]\n", "utf-8"
    )
    assert told(root) == []


@bounded(25)
@given(st.data())
def test_no_changed_character_passes(data: st.DataObject) -> None:
    """One letter or digit of a quotation, with captures at hand and without."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(SMALL, root / "content")
        if data.draw(st.booleans()):
            with_captures(root)
        file = root / STRIKE
        text = file.read_text("utf-8")
        places = [
            place
            for match in _QUOTED.finditer(text)
            for place in range(*match.span("words"))
            if text[place].isalnum()
        ]
        place = data.draw(st.sampled_from(places))
        new = data.draw(st.sampled_from([c for c in "xq8" if c != text[place]]))
        file.write_text(f"{text[:place]}{new}{text[place + 1 :]}", "utf-8")
        line = text.count("\n", 0, place) + 1
        assert [one for one in told(root) if one.startswith(f"{STRIKE}:{line} SB50")], new


_QUOTED = re.compile(r'quote: "?(?P<words>[^",\n]+)|value: ">=(?P<value>6)"')


# ---- what is shown


def test_verdicts_are_on_the_pages(small_site: Path) -> None:
    page = " ".join(
        (small_site / "incidents" / "depot-nine-strike.html").read_text("utf-8").split()
    )
    assert '>never checked</span> <span class="aside">no captured text of the source' in page
    assert "in the capture of 1 March 2032 (sha256 bd0e3c61…), but for white space, which" in page
    assert "translated from Arabic: “Nobody was hurt”" in page
    assert "quotations were left unchecked: no captured text of the source is on record." in page
    source = (small_site / "sources" / "command-statement-mirror.html").read_text("utf-8")
    assert "#:~:text=our%20aircraft%20struck%20the%20depot" in source
    assert (
        "2 quotations of it on this site: 0 looked up, 2 trusted by quotes.lock, 0 never checked"
        in source
    )
    briefing = (small_site / "briefings" / "salt-month.html").read_text("utf-8")
    assert "quotes.lock says that it was found in the capture of 1 March 2032" in briefing


def test_how_a_value_was_come_by_is_on_its_page(root: Path) -> None:
    edit(root, STRIKE, "    said: 2032-03\n", "    said: 2032-03\n    derivation: six & one <b>\n")
    found = prepare(root)
    shown = dict.fromkeys(("site_name", "site_url", "urlpath", "repo_url", "edit_uri"), "")
    renderer = Renderer(
        REPOSITORY / "templates", found.graph, found.derived, shown | {"exports": ()}
    )
    pages = {page.url: page for page in found.pages}
    article = renderer.render(pages["incidents/depot-nine-strike.html"]).article
    assert "worked out: six &amp; one &lt;b&gt;</span>" in article


def test_a_figure_read_in_a_translation_is_said_on_its_page(root: Path) -> None:
    edit(root, STRIKE, "\nclaims:\n", f"\nclaims:\n{IN_AMHARIC}")
    found = prepare(root)
    assert [one for one in found.problems if one.code in ("SB503", "SB523")] == []
    shown = dict.fromkeys(("site_name", "site_url", "urlpath", "repo_url", "edit_uri"), "")
    renderer = Renderer(
        REPOSITORY / "templates", found.graph, found.derived, shown | {"exports": ()}
    )
    pages = {page.url: page for page in found.pages}
    article = renderer.render(pages["incidents/depot-nine-strike.html"]).article
    assert "; its figure was read in the translation</span>" in article


def test_captures_are_not_published(root: Path, small_site: Path) -> None:
    secret = "They answered the clash on the salt flat."
    (file,) = (SMALL.parent / "captures").iterdir()
    assert secret in file.read_text("utf-8")
    for path in small_site.rglob("*"):
        assert not path.is_file() or secret.encode() not in path.read_bytes(), path
    assert not (small_site / "captures").exists()


def test_nothing_is_published_around_captures(root: Path) -> None:
    shutil.copytree(SMALL.parent / "captures", root / "site" / "captures")
    before = sorted((root / "site").rglob("*"))
    for command in ("build", "pack"):
        result = run(root, command, "--captures", str(root / "site" / "captures"))
        assert isinstance(result.exception, CapturesFolderError)
        assert "captured texts may not lie within the site" in str(result.exception)
    assert sorted((root / "site").rglob("*")) == before


def test_nothing_is_published_into_a_folder_around_captures(root: Path) -> None:
    shutil.copytree(SMALL.parent / "captures", root / "elsewhere" / "captures")
    words = ("--out", str(root / "elsewhere"), "--captures", str(root / "elsewhere" / "captures"))
    result = run(root, "build", *words)
    assert isinstance(result.exception, PublishError)
    assert "the captured texts lie in this folder" in str(result.exception)
    assert not (root / "elsewhere" / "index.html").exists()


def test_the_export_has_the_verdicts(small_site: Path) -> None:
    whole = json.loads((small_site / "dataset.json").read_bytes())
    strike = next(row for row in whole["incidents"] if row["id"] == "depot-nine-strike")
    verdicts = {one["quote"]: one["verdict"] for one in strike["computed"]["quotations"]}
    assert verdicts == {
        "our aircraft struck the depot": "exact",
        "two or three of them": "normalised:white-space",
        "no fewer than six": "unchecked",
        "لم يصب أحد": "unchecked",
    }


def passage(quote: str, url: str = "https://a.example/x", **more: str) -> str:
    source = Source.model_validate(
        {"id": "s", "title": "T", "publisher": "P", "type": "article", "language": "en"}
        | {"read": "whole", "url": url}
    )
    return address(source, Citation.model_validate({"source": "s", "quote": quote} | more))


def test_the_address_of_a_passage() -> None:
    start = "https://a.example/x#:~:text="
    assert passage("six barns") == f"{start}six%20barns"
    assert passage("well-kept, & 100%") == f"{start}well%2Dkept%2C%20%26%20100%25"
    assert passage("قتل ستة") == f"{start}%D9%82%D8%AA%D9%84%20%D8%B3%D8%AA%D8%A9"
    assert passage("barns", prefix="six", suffix="fell") == f"{start}six-,barns,-fell"
    assert (
        passage("barns", url="https://a.example/x#part") == "https://a.example/x#part:~:text=barns"
    )
    assert passage("barns", url="https://a.example/x.PDF") == ""
    assert passage("six barns […] fell") == f"{start}six%20barns,fell"
    long = " ".join(f"word{n}" for n in range(100))
    assert passage(long).startswith(
        f"{start}word0%20word1%20word2%20word3%20word4%20word5,word94%20"
    )


def test_what_a_verdict_says() -> None:
    assert CheckedQuotation("normalised:white-space,quotation-marks").steps == (
        "white space",
        "quotation marks",
    )
    assert CheckedQuotation("exact").found
    assert CheckedQuotation("exact").exact
    assert not CheckedQuotation("unchecked").found
    assert not CheckedQuotation("missing").found
