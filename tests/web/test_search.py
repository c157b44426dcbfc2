"""The index of the search: what is found by which words, and the files it is loaded from."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.models import Incident, Source
from sourcebook.outputs import OUTPUTS, OutputContext
from sourcebook.render import Renderer
from sourcebook.site import Prepared, build, prepare
from sourcebook.web.search import search_files, shards, tokenizer
from sourcebook.web.search.entries import SearchEntry, search_entries
from sourcebook.web.search.shards import Postings, pack_numbers
from sourcebook.web.search.tokenizer import LONGEST, SKIP, fold, search_terms
from tests.search_cases import CASES

CALL = re.compile(r'sourcebookSearch\("([0-9a-f]{12})","([a-z0-9_-]+)",(.*)\);\n', re.DOTALL)
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123")}
NUMBERS = st.sets(st.integers(0, 300))
POSTINGS = st.dictionaries(
    st.text("abcß\u0627\U00010428", min_size=1, max_size=5),
    st.tuples(NUMBERS, NUMBERS, NUMBERS).map(
        lambda sets: (sorted(sets[0]), sorted(sets[1] - sets[0]), sorted(sets[2]))
    ),
    max_size=40,
)


@pytest.fixture(scope="module")
def work(small_prepared: Prepared, small_renderer: Renderer) -> OutputContext:
    prepared = small_prepared
    return OutputContext(prepared.graph, prepared.derived, prepared.pages, "", small_renderer)


@pytest.fixture(scope="module")
def found(work: OutputContext) -> dict[str, SearchEntry]:
    """What can be found on the small site, by address."""
    return {entry.url: entry for entry in search_entries(work)}


def unpacked(text: str) -> set[int]:
    """The numbers of a packed set, read as its description says."""
    numbers, group = set(), 0
    for empty, char in re.findall(r"(\d*)(\D)", text):
        group += int(empty or 0)
        bits = ord(char) - 63
        numbers |= {group * 6 + bit for bit in range(6) if bits >> bit & 1}
        group += 1
    return numbers


def looked_up(word: str, made: Mapping[str, Mapping[str, str]]) -> tuple[set[int], set[int]]:
    """What is called by a word or its beginning, and what uses it: from one shard alone."""
    prefix = next(word[:n] for n in range(len(word), -1, -1) if word[:n] in made)
    sets = [text.split(" ") for term, text in made[prefix].items() if term.startswith(word)]
    names, texts = (
        {number for each in sets if len(each) > i for number in unpacked(each[i])} for i in (0, 1)
    )
    return names, texts - names


def read(data: bytes) -> tuple[str, str, Any]:
    """Version, name and data of a file of the index."""
    match = CALL.fullmatch(data.decode("ascii"))
    assert match, data[:100]
    return match[1], match[2], json.loads(match[3])


# -- words


@pytest.mark.parametrize("text", CASES)
def test_a_text_is_looked_up_by_its_words(text: str) -> None:
    assert [list(parts) for parts in tokenizer.tokenize(text)] == CASES[text]


@given(st.text())
def test_words_are_letters_and_digits(text: str) -> None:
    found = [part for parts in tokenizer.tokenize(text) for part in parts]
    assert all(0 < len(part) <= LONGEST and fold(part) == part for part in found)
    assert all(
        term.isprintable() and " " not in term and "-" not in term for term in search_terms(text)
    )


# U+0345 is a mark whose capital is a letter of its own.
@given(st.text().filter(lambda text: "\u0345" not in text))
def test_a_text_is_found_however_it_is_typed(text: str) -> None:
    assert search_terms(text.upper().lower()) == search_terms(text.lower())
    assert search_terms(text) == search_terms(f" {text}\n")


def test_a_name_is_found_with_and_without_what_stands_in_it() -> None:
    assert search_terms("al-Kazul") == {"kazul", "alkazul"}
    assert search_terms("Port es-Quell") == {"port", "quell", "esquell"}
    assert search_terms("Ka'zul's") == {"ka", "zul", "kazuls"}
    assert search_terms("the U.S. of A.") == {"us"}


def test_a_whole_name_is_a_word_too() -> None:
    assert (
        tokenizer.whole_name_term("Port es-Quell")
        == "portquell"
        == tokenizer.whole_name_term("the port, Quell")
    )
    assert tokenizer.whole_name_term("ميناء الاختبار") == "ميناءاختبار"
    assert tokenizer.whole_name_term("The") == ""


def test_a_word_that_says_nothing_finds_nothing() -> None:
    assert all(search_terms(word) == frozenset() for word in SKIP)


# -- shards


@given(NUMBERS)
def test_a_set_is_packed_and_unpacked(numbers: set[int]) -> None:
    text = pack_numbers(numbers)
    assert unpacked(text) == numbers
    assert text.isascii()
    assert '"' not in text
    assert "<" not in text
    assert " " not in text


def test_a_set_is_packed_as_it_is_described() -> None:
    assert pack_numbers({0, 1, 60}) == "B9@"
    assert pack_numbers(range(12)) == "~~"
    assert pack_numbers(()) == ""


@pytest.mark.parametrize("largest", [1, 40, 200])
@given(postings=POSTINGS)
def test_one_shard_answers_for_any_beginning_of_a_word(
    largest: int, postings: dict[str, Postings]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "LARGEST", largest)
        made = shards.split_by_prefix(postings)
    for asked in {term[:n] for term in postings for n in range(1, len(term) + 1)} | {"zz"}:
        fits = [lists for term, lists in postings.items() if term.startswith(asked)]
        names = {number for lists in fits for number in lists[0]}
        texts = {number for lists in fits for number in lists[1]} - names
        assert looked_up(asked, made) == (names, texts)
    for term, lists in postings.items():
        prefix = next(term[:n] for n in range(len(term), -1, -1) if term[:n] in made)
        assert made[prefix][term] == " ".join(map(pack_numbers, lists)).rstrip()


def test_shards_stay_small_however_many_words_there_are() -> None:
    many: dict[str, Postings] = {f"{n:x}{n % 7}": ([n], [n + 1, n + 9], []) for n in range(20_000)}
    made = shards.split_by_prefix(many)
    assert 20 < len(made) < 200
    assert max(len(json.dumps(shard)) for shard in made.values()) < 2 * shards.LARGEST


# -- entries


def test_an_incident_is_found_by_what_it_is_when_and_where(found: dict[str, SearchEntry]) -> None:
    entry = found["incidents/village-drone.html"]
    assert entry.group == "Incidents"
    assert entry.title == "طائرة فوق قرية الاختبار"
    assert entry.line[-1] == "Test Village"
    texts = {term for text in entry.texts for term in search_terms(text)}
    assert {"drone", "test", "village", "2032", "قريه", "اختبار"} <= texts


def test_an_actor_is_found_by_every_name(found: dict[str, SearchEntry]) -> None:
    entry = found["actors/quellmark.html"]
    assert entry.title == "Republic of Quellmark"
    assert entry.line[:2] == ("state", ("ar", "جمهورية كويلمارك"))
    assert {"Republic of Quellmark", "جمهورية كويلمارك", "Quelmark"} == set(entry.names)
    assert set(entry.whole_names) == set(entry.names)
    assert "pine-brigade" in found["actors/pinecone-brigade.html"].names


def test_a_source_is_found_by_publisher_and_date(
    found: dict[str, SearchEntry], work: OutputContext
) -> None:
    source = work.graph.records["marrow-2032-02-11"]
    entry = found["sources/marrow-2032-02-11.html"]
    assert entry.names == (source.label,)
    assert entry.line[0] in entry.texts
    assert "2032-02-11" in entry.texts
    assert "marrow 2032 02 11" in entry.texts, "editors know it by its id"
    assert entry.whole_names == ()


def test_a_record_is_found_by_the_names_of_those_in_it(
    found: dict[str, SearchEntry], work: OutputContext
) -> None:
    incident = work.graph.records["testhaven-rockets"]
    assert isinstance(incident, Incident)
    assert incident.roles
    for name in [incident.location, *(role.actor for role in incident.roles)]:
        assert work.graph.records[name].label in found["incidents/testhaven-rockets.html"].texts
    issued = [r for r in work.graph.all_of(Source) if r.issued_by]
    for source in issued:
        label = work.graph.records[str(source.issued_by)].label
        assert label in found[f"sources/{source.id}.html"].texts
    assert issued


def test_a_title_in_another_language_says_so(
    found: dict[str, SearchEntry], work: OutputContext
) -> None:
    titles = [entry.title for entry in found.values() if isinstance(entry.title, tuple)]
    languages = {getattr(record, "language", "en") for record in work.graph.records.values()}
    assert {language for language, _ in titles} == languages - {"en"}


def test_lists_are_found_by_title_and_no_page_leads_nowhere(
    found: dict[str, SearchEntry], work: OutputContext
) -> None:
    assert found["actors/index.html"].group == "Pages"
    assert found["timeline.html"].title == "Timeline"
    left_out = {page.url for page in work.pages} - found.keys()
    assert left_out == {page.url for page in work.pages if page.kind in ("404", "home", "redirect")}


# -- files


def test_every_file_is_a_call_with_plain_data(work: OutputContext) -> None:
    files = search_files(work)
    assert list(files) == sorted(files)
    versions = set()
    for path, data in files.items():
        version, name, _ = read(data)
        assert path == f"{name}.js"
        assert b"</" not in data
        versions.add(version)
    assert len(versions) == 1


def test_names_of_files_are_safe_everywhere(
    work: OutputContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "LARGEST", 30)
    names = [name.removesuffix(".js") for name in search_files(work)]
    assert len(names) > 200
    assert all(re.fullmatch("[a-z0-9_-]+", name) for name in names)
    assert not RESERVED & set(names)
    assert any("_627_" in name for name in names), "an Arabic letter is its code"


def test_the_files_answer_a_search(work: OutputContext) -> None:
    files = {name: data for _, name, data in map(read, search_files(work).values())}
    manifest = files["manifest"]
    assert sum(count for _, count in manifest["groups"]) == len(list(search_entries(work)))
    made = {
        prefix: files["t-" + "".join(c if c.isascii() else f"_{ord(c):x}_" for c in prefix)]
        for prefix in manifest["prefixes"]
    }
    names, _ = looked_up("كوز", made)
    block = manifest["block"]
    hits = [files[f"d-{number // block}"][number % block] for number in names]
    assert [(title, url) for title, url, _ in hits] == [
        ("Pinecone Brigade", "actors/pinecone-brigade.html")
    ]


def test_entries_are_numbered_by_group_and_then_the_shorter_title(work: OutputContext) -> None:
    files = {name: data for _, name, data in map(read, search_files(work).values())}
    blocks = sorted((int(name[2:]), data) for name, data in files.items() if name[0] == "d")
    titles = [hit[0] if isinstance(hit[0], str) else hit[0][1] for _, b in blocks for hit in b]
    start = 0
    for _, count in files["manifest"]["groups"]:
        group = titles[start : start + count]
        assert group == sorted(group, key=lambda title: (len(title), title))
        start += count


def test_the_same_records_give_the_same_bytes(work: OutputContext) -> None:
    assert search_files(work) == search_files(work)


def test_the_version_changes_with_what_is_found(project: Path) -> None:
    before = _version(project)
    text = (project / "content" / "dataset.yml").read_text("utf-8")
    (project / "content" / "dataset.yml").write_text(text.replace('"3"', '"4"'), "utf-8")
    build(prepare(project), project / "site")
    assert _version(project) == before, "the edition is not part of the index"
    actor = project / "content" / "actors" / "duskland.md"
    actor.write_text(actor.read_text("utf-8").replace("Duskland}", "Dawnland}"), "utf-8")
    build(prepare(project), project / "site")
    assert _version(project) != before


def _version(project: Path) -> str:
    return read((project / "site" / "search" / "manifest.js").read_bytes())[0]


def test_the_index_is_published_and_not_listed_as_an_export(
    small_site: Path, work: OutputContext
) -> None:
    row = next(output for output in OUTPUTS if output.path == "search/")
    assert not row.title
    for path, data in row.files(work):
        assert (small_site / path).read_bytes() == data
