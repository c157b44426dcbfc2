"""A claim that somebody was silent is looked up: figures of harm, and verbs of claiming."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from sourcebook.capture import refresh
from sourcebook.quotes.counts import Counted
from sourcebook.quotes.silence import figures_of_harm, passages_of_claiming
from sourcebook.site import prepare
from sourcebook.vocabulary import Measure, built_in
from tests.conftest import SMALL

HARMED = {
    "en": "The mayor spoke at 4 pm. At least six people were killed, he said.",
    "ar": "تحدث العمدة. قتل ستة أشخاص في القرية.",
    "fr": "Le maire a parlé. Six personnes ont été tuées.",
    "es": "Habló el alcalde. Murieron seis personas.",
    "de": "Der Bürgermeister sprach. Sechs Menschen wurden getötet.",
    "ru": "Говорил мэр. Погибли шесть человек.",
    "uk": "Говорив мер. Загинули шість осіб.",
    "tr": "Başkan konuştu. Altı kişi öldü.",
    "fa": "شهردار سخن گفت. شش نفر کشته شدند.",
    "zh": "市长讲话。六人死亡。",
    "he": "ראש העיר דיבר. נהרגו שישה אנשים.",
}
CLAIMED = {
    "en": "The Marsh Front claimed responsibility for the fire.",
    "ar": "تبنت جبهة المستنقع الهجوم.",
    "fr": "Le front a revendiqué l'attaque.",
    "es": "El frente reivindicó el ataque.",
    "de": "Die Front bekannte sich zu dem Anschlag.",
    "ru": "Фронт взял на себя ответственность за поджог.",
    "uk": "Фронт взяв на себе відповідальність.",
    "tr": "Cephe saldırıyı üstlendi.",
    "fa": "جبهه مسئولیت این حمله را بر عهده گرفت.",
    "zh": "阵线宣称对袭击负责。",
}
NOT_CLAIMED = {
    "en": "No group has claimed responsibility for the fire.",
    "ar": "لم تتبن أي جهة الهجوم.",
    "fr": "Personne n'a revendiqué l'attaque.",
    "es": "Nadie se atribuyó el ataque.",
    "de": "Niemand bekannte sich zu dem Anschlag.",
    "ru": "Никто не взял на себя ответственность.",
    "tr": "Saldırıyı henüz kimse üstlenmedi.",
    "fa": "هیچ گروهی مسئولیت این حمله را بر عهده نگرفت.",
}


def figures(text: str, language: str, measure: str = "killed") -> list[float]:
    counted = Counted(built_in(Measure)[measure])
    return [count.low for count, _ in figures_of_harm(text, language, counted)]


@pytest.mark.parametrize(("language", "text"), HARMED.items())
def test_a_figure_with_a_word_of_harm(language: str, text: str) -> None:
    assert figures(text, language) == [6]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was killed. Six barns burnt.",
        "A man, killed in 1931, is remembered.",
        "Six people were hurt.",
        "Shells of 155 mm killed nobody.",
    ],
)
def test_what_is_no_figure_of_that_harm(text: str) -> None:
    assert [figure for figure in figures(text, "en") if figure > 1] == []


@pytest.mark.parametrize(("language", "text"), CLAIMED.items())
def test_a_verb_of_claiming(language: str, text: str) -> None:
    assert list(passages_of_claiming(text, language)) == [text]


@pytest.mark.parametrize(("language", "text"), NOT_CLAIMED.items())
def test_that_nobody_claimed(language: str, text: str) -> None:
    assert list(passages_of_claiming(text, language)) == []


CAPTURED = """\
title: A bulletin
publisher: The Bulletin
type: document
language: en
published: 2032-02-10
read: {read}
capture:
  sha256: {digest}
  captured: 2032-03-01
"""


def project(root: Path, text: str, claims: str, read: str = "whole") -> Path:
    """A small dataset with one captured source, and claims in an incident that cite it."""

    shutil.copytree(SMALL, root / "content")
    digest = sha256(text.encode()).hexdigest()
    (root / "captures").mkdir()
    (root / "captures" / f"{digest}.txt").write_text(text, "utf-8")
    source = CAPTURED.format(read=read, digest=digest)
    (root / "content/sources/bulletin.md").write_text(f"---\n{source}---\n", "utf-8")
    file = root / "content/incidents/depot-nine-strike.md"
    file.write_text(
        file.read_text("utf-8").replace("\nclaims:\n", f"\nclaims:\n{claims}", 1), "utf-8"
    )
    return root


def told(root: Path) -> list[str]:
    return [one.message for one in prepare(root).problems if one.code == "SB524"]


SILENT = """\
  - id: said-nothing
    by: ember-watch
    measure: {measure}
    value: {value}
    cites: [{{source: bulletin, at: para 1}}]
"""


@pytest.mark.parametrize("value", ["not stated", "none", "0"])
def test_the_passage_is_told(tmp_path: Path, value: str) -> None:
    text = "Nobody knows. Seven people were killed. A barn burnt.\n"
    value = f'"{value}"'
    root = project(tmp_path, text, SILENT.format(measure="killed", value=value))
    (message,) = told(root)
    assert "'bulletin' has “Seven people were killed.”" in message


def test_a_figure_that_another_claim_has_breaks_no_silence(tmp_path: Path) -> None:
    text = "Seven people were killed, the ferry said. The watch says nothing.\n"
    silent = SILENT.format(measure="killed", value="not stated")
    other = SILENT.format(measure="killed", value="7").replace("said-nothing", "ferry-said")
    other = other.replace("by: ember-watch", "by: ferry-guild")
    assert told(project(tmp_path, text, silent + other)) == []


def test_a_claim_of_responsibility_is_told(tmp_path: Path) -> None:
    text = "The Marsh Front claimed responsibility for it.\n"
    silent = SILENT.format(measure="responsibility", value="not stated")
    (message,) = told(project(tmp_path, text, silent))
    assert "claimed responsibility" in message


def test_unknown_is_no_silence(tmp_path: Path) -> None:
    text = "Seven people were killed.\n"
    assert told(project(tmp_path, text, SILENT.format(measure="killed", value="unknown"))) == []


@pytest.mark.parametrize(("read", "verdict"), [("whole", "silent"), ("part", "silent:part")])
def test_the_lock_says_what_was_searched(tmp_path: Path, read: str, verdict: str) -> None:
    silent = SILENT.format(measure="killed", value="not stated")
    root = project(tmp_path, "A barn burnt.\n", silent, read)
    refresh(root / "content")
    lock = (root / "content/quotes.lock").read_text("utf-8")
    (line,) = [one for one in lock.splitlines() if "claims.said-nothing" in one]
    assert f' {verdict} "not stated"' in line


def test_a_silence_in_a_part_of_a_text_is_a_gap(tmp_path: Path) -> None:
    silent = SILENT.format(measure="killed", value="not stated")
    prepared = prepare(project(tmp_path, "A barn burnt.\n", silent, "part"))
    gaps = prepared.derived.analyses["depot-nine-strike"].gaps
    said = "A bulletin was not read whole: what it does not state may be in the rest"
    assert any(gap.startswith(said) for gap in gaps)


@pytest.mark.parametrize("who", ["militant groups", "armed group", "known faction", "organisation"])
def test_that_none_of_several_claimed(who: str) -> None:
    text = f"Three were hurt, but no {who} has claimed responsibility."
    assert not list(passages_of_claiming(text, "en"))


def test_a_number_in_a_name_is_no_figure(tmp_path: Path) -> None:
    """Delta 24 is called so: it counts nobody."""
    text = "No figure. Killed, wrote Delta 24, were many.\n"
    root = project(tmp_path, text, SILENT.format(measure="killed", value="not stated"))
    assert told(root)
    actor = "---\nnames: {en: Delta 24}\ntype: news_organisation\n---\n"
    (root / "content" / "actors" / "delta.md").write_text(actor, "utf-8")
    assert not told(root)
