"""The frames: what MkDocs and Material draw once, and what is poured into it."""

import re
import subprocess
import sys
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from sourcebook.frames import Frame, FrameError, Shell, load_shell, slot, toc_html
from sourcebook.frames.policy import content_security_policy
from tests.small_site import STUBS, classes, configure, elements, lay_out, tree

PAGES = {
    "index.html": "index.md",
    "floods/index.html": "floods/index.md",
    "floods/great-weir.html": "floods/index.md",
    "years/1901.html": "years/index.md",
    "about.html": "about.md",
    "404.html": "404.html",
}
TOC = toc_html([("water", "How high it stood"), ("gaps", "Dry & unknown")])


def load(root: Path) -> Shell:
    return load_shell(root, root / "content", STUBS, root / "cache")


def pour(shell: Shell, url: str, *, toc: str = TOC, title: str = "The great weir") -> str:
    slots = shell.slots(
        title=title, description="A dam broke.", url=url, toc=toc, article="<h1>Weir</h1>"
    )
    return shell.frames[PAGES[url]].pour(slots)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("vale"))


@pytest.fixture(scope="module")
def shell(root: Path) -> Shell:
    return load(root)


@pytest.fixture(params=PAGES)
def page(shell: Shell, request: pytest.FixtureRequest) -> str:
    return pour(shell, request.param)


# What a frame is.


def test_a_frame_is_split_at_its_slots_and_poured_in_their_order() -> None:
    frame = Frame.split(f"<a>{slot('title')}</a>{slot('article')}!{slot('title')}")
    assert frame.parts == ("<a>", "title", "</a>", "article", "!", "title", "")
    assert frame.pour({"title": "T", "article": "A", "toc": "x"}) == "<a>T</a>A!T"


def test_a_page_without_headings_lacks_what_would_hold_its_contents() -> None:
    frame = Frame.split(f"{slot('if toc')}<ul>{slot('toc')}</ul>{slot('end toc')}{slot('article')}")
    assert frame.pour({"toc": "<li>", "article": "A"}) == "<ul><li></ul>A"
    assert frame.pour({"toc": "", "article": "A"}) == "A"


def test_a_slot_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="article"):
        Frame.split(slot("article")).pour({"toc": ""})


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p>", r"the page has no \{\{ slot\('article'\) \}\}"),
        (slot("article") + slot("if toc"), "do not pair up"),
    ],
)
def test_a_page_that_makes_no_frame_is_an_error(html: str, message: str) -> None:
    with pytest.raises(FrameError, match=message):
        Frame.split(html)


def test_the_words_of_a_table_of_contents_are_escaped() -> None:
    assert "Dry &amp; unknown" in TOC
    assert 'href="#water"' in TOC
    assert toc_html([]) == ""


# What Material draws.


def test_every_stub_and_the_error_page_has_a_frame(shell: Shell) -> None:
    assert sorted(shell.frames) == sorted(STUBS)
    wanted = {"document_title", "title", "description", "head", "toc", "article"}
    assert {uri: frame.slots for uri, frame in shell.frames.items()} == dict.fromkeys(STUBS, wanted)


def test_no_marker_is_left_in_a_page(page: str) -> None:
    assert not re.search("[\ue000-\uf8ff]", page)
    assert not re.search(r"\{\{|\{%|\{#", page)


def test_every_id_is_unique_and_every_label_has_its_control(page: str) -> None:
    found = elements(page)
    ids = Counter(each.attrs["id"] for each in found if "id" in each.attrs)
    assert [name for name, count in ids.items() if count > 1] == []
    labels = {each.attrs["for"] for each in found if each.tag == "label"}
    assert labels <= {each.attrs.get("id") for each in found if each.tag == "input"}


def test_a_title_stands_in_the_window_and_in_the_header_only(shell: Shell) -> None:
    page = pour(shell, "floods/great-weir.html", title='Weir "A" <b> & Ü')
    escaped = "Weir &quot;A&quot; &lt;b&gt; &amp; Ü"
    assert page.count(escaped) == 2
    assert f"<title>{escaped} - Register of Harrow Vale</title>" in page
    assert f'dir="auto">{escaped}</span>' in page


def test_the_home_page_is_named_like_the_site(shell: Shell) -> None:
    assert "<title>Register of Harrow Vale</title>" in pour(shell, "index.html")


def test_a_description_cannot_leave_its_attribute(shell: Shell) -> None:
    slots = shell.slots(title="T", description='"><b>', url="about.html", toc="", article="")
    found = elements(shell.frames["about.md"].pour(slots))
    assert [e.attrs["content"] for e in found if e.attrs.get("name") == "description"] == ['"><b>']


def test_the_words_of_the_configuration_are_known(shell: Shell) -> None:
    assert (shell.site_name, shell.language) == ("Register of Harrow Vale", "en")
    assert (shell.site_url, shell.repo_url, shell.edit_uri) == ("", "", "")


@pytest.mark.parametrize(("more", "uri"), [("", ""), ("edit_uri: edit/trunk/\n", "edit/trunk/")])
def test_the_repository_is_known_as_it_is_named(tmp_path: Path, more: str, uri: str) -> None:
    root = lay_out(tmp_path, f"repo_url: https://github.com/vale/register/\n{more}")
    shell = load(root)
    assert (shell.repo_url, shell.edit_uri) == ("https://github.com/vale/register", uri)
    assert 'class="md-source"' in pour(shell, "about.html")


def test_contents_are_in_the_sidebar_and_in_the_menu(shell: Shell) -> None:
    assert pour(shell, "floods/great-weir.html").count(TOC) == 2
    assert pour(shell, "years/1901.html").count(TOC) == 1, "a page outside the nav is in no menu"


@pytest.mark.parametrize("url", PAGES)
def test_a_page_without_headings_has_no_empty_box(shell: Shell, url: str) -> None:
    page = pour(shell, url, toc="")
    assert "__toc" not in page
    assert "md-nav--secondary" not in classes(page)


def test_the_active_item_of_a_record_is_a_link_to_its_section(shell: Shell) -> None:
    found = elements(pour(shell, "floods/great-weir.html"))
    active = [e.attrs["href"] for e in found if "md-nav__link--active" in e.attrs.get("class", "")]
    assert active == ["index.html"]
    after = [found[n + 1].attrs.get("href") for n, e in enumerate(found) if _is_active_tab(e.attrs)]
    assert after == ["index.html"]


def _is_active_tab(attrs: dict[str, str]) -> bool:
    return "md-tabs__item--active" in attrs.get("class", "")


@pytest.mark.parametrize("url", PAGES)
def test_every_link_of_a_frame_leads_to_a_file_of_the_site(shell: Shell, url: str) -> None:
    there = {*shell.files(), *PAGES}
    for element in elements(pour(shell, url, toc="")):
        for link in (element.attrs.get("href"), element.attrs.get("src")):
            if link and not link.startswith(("#", "https://squidfunk.github.io/")):
                assert (Path("/", url).parent / link).resolve().as_posix()[1:] in there


def test_nothing_is_taken_along_that_the_site_does_not_use(shell: Shell) -> None:
    assert "assets/frame.css" in shell.files()
    unwanted = re.compile(r"lunr|worker|sitemap|search_index|\.html$|\.md$")
    assert [path for path in shell.files() if unwanted.search(path)] == []
    assert list(shell.files()) == sorted(tree(shell.assets))


def test_the_theme_does_not_take_hold_of_the_search_box(page: str) -> None:
    assert 'data-md-component="search"' not in page
    assert '<form name="search"' not in page
    assert 'data-md-component="search-query"' in page
    assert re.search(r'data-search-base="(\.|\.\.)/"', page)
    assert 'data-md-component="source"' not in page


# The policy.


def test_the_policy_allows_the_scripts_of_the_page_and_no_others(page: str) -> None:
    allowed = re.search(r'Security-Policy" content="([^"]*)"', page)
    assert allowed
    assert "unsafe" not in allowed[1]
    assert allowed[1].startswith("default-src 'none'; script-src 'self' 'sha256-")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = {b64encode(sha256(text.encode()).digest()).decode() for text in scripts}
    assert set(re.findall(r"'sha256-([^']*)'", allowed[1])) == hashes
    assert len(hashes) >= 2


def test_the_policy_comes_before_all_that_it_governs(page: str) -> None:
    head = [element.tag for element in elements(page)][:5]
    assert head == ["html", "head", "meta", "meta", "meta"]
    assert page.index("Security-Policy") < min(page.index("<link"), page.index("<script"))
    assert page.index("charset") < 1024


def test_a_preview_allows_the_script_of_the_live_reload() -> None:
    assert "script-src 'self' 'unsafe-inline';" in content_security_policy(
        "<script>a</script>", preview=True
    )


def test_a_style_in_the_page_is_allowed_by_hash() -> None:
    text = "body{color:red}"
    known = b64encode(sha256(text.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{known}'" in content_security_policy(f"<style>{text}</style>")


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ('<p onclick="x()">', r"<p onclick=…> cannot be allowed"),
        ('<p style="color:red">', r"<p style=…> cannot be allowed"),
        ('<a href="javascript:x()">', "a script in a link"),
        ('<img src="https://cdn.example/x.png">', "would load https://cdn.example/x.png from"),
        ('<link rel="stylesheet" href="//cdn.example/x.css">', "would load //cdn.example/x.css"),
    ],
)
def test_what_no_policy_can_allow_is_an_error(html: str, message: str) -> None:
    with pytest.raises(FrameError, match=message):
        content_security_policy(html)


def test_a_link_to_another_host_is_no_load() -> None:
    html = '<a href="https://squidfunk.github.io/"><link rel="canonical" href="https://a.example">'
    assert content_security_policy(html)


# What a change of the configuration changes.


@pytest.mark.parametrize(
    ("replace", "seen"),
    [
        (("primary: custom", "primary: teal"), 'data-md-color-primary="teal"'),
        (("[navigation.tabs]", "[navigation.tabs, navigation.tabs.sticky]"), "md-header--lifted"),
        (("- Floods: floods", "- High water: floods"), "High water"),
        (("assets/frame.css", "assets/other.css"), "assets/other.css"),
        (("font: false", "font: false\n  icon: {logo: material/waves}"), "M20 12h2v2h-2c-1.38"),
        (("font: false", "font: false\n  language: de"), 'html lang="de"'),
    ],
)
def test_a_change_of_the_configuration_shows(
    tmp_path: Path, replace: tuple[str, str], seen: str
) -> None:
    root = lay_out(tmp_path)
    before = pour(load(root), "floods/great-weir.html")
    configure(root, replace=replace)
    after = pour(load(root), "floods/great-weir.html")
    assert seen not in before
    assert seen in after


def test_a_change_of_the_theme_or_of_a_picture_shows(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    load(root)
    theme = root / "templates" / "material"
    (theme / "partials").mkdir(parents=True)
    (theme / "partials" / "copyright.html").write_text("<p>All floods reserved</p>")
    (root / "content" / "pages" / "gauge.png").write_bytes(b"\x89PNG")
    shell = load(root)
    assert "All floods reserved" in pour(shell, "about.html")
    assert (shell.assets / "gauge.png").read_bytes() == b"\x89PNG"
    assert "gauge.png" in shell.files()


def test_an_inherited_configuration_and_the_environment_are_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay_out(tmp_path)
    (root / "mkdocs.yml").rename(root / "base.yml")
    (root / "mkdocs.yml").write_text("INHERIT: base.yml\ncopyright: !ENV VALE_LICENCE\n")
    monkeypatch.setenv("VALE_LICENCE", "Common land")
    assert "Common land" in pour(load(root), "about.html")
    monkeypatch.setenv("VALE_LICENCE", "Enclosed land")
    assert "Enclosed land" in pour(load(root), "about.html")
    base = (root / "base.yml").read_text().replace("Floods: ", "Spates: ")
    (root / "base.yml").write_text(base)
    assert "Spates" in pour(load(root), "about.html")


def test_a_nav_of_several_levels_works(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    nested = "- Water:\n    - floods/index.md\n    - Start: index.md"
    configure(root, replace=("- Floods: floods/index.md", nested))
    page = pour(load(root), "floods/great-weir.html")
    assert "aria-expanded" not in page
    assert "tabindex" not in page[page.index("md-sidebar--primary") : page.index("<article")]
    assert {"md-nav__item--nested", "md-nav__item--section"} <= classes(page)
    ids = Counter(e.attrs["id"] for e in elements(page) if "id" in e.attrs)
    assert max(ids.values()) == 1


def test_other_plugins_may_be_added(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    configure(root, replace=("[sourcebook]", "[search, sourcebook]"))
    assert load(root).files() == load(lay_out(tmp_path / "plain")).files()


def test_the_error_page_is_relative_until_the_address_is_known(tmp_path: Path, root: Path) -> None:
    assert 'href="./assets/frame.css"' in pour(load(root), "404.html")
    shell = load(lay_out(tmp_path, "site_url: https://vale.example/register/\n"))
    page = pour(shell, "404.html")
    assert 'href="/register/assets/frame.css"' in page
    assert 'href="/register/floods/index.html"' in page
    assert 'rel="canonical"' not in page


def test_pages_name_their_address_when_it_is_known(tmp_path: Path) -> None:
    shell = load(lay_out(tmp_path, "site_url: https://vale.example/register/\n"))
    link = '<link rel="canonical" href="https://vale.example/register/floods/great-weir.html">'
    assert link in pour(shell, "floods/great-weir.html")
    assert "canonical" in shell.frames["index.md"].slots


def test_two_drawings_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    first = load(lay_out(tmp_path / "one"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    second = load(lay_out(tmp_path / "two"))
    assert first.frames == second.frames
    assert tree(first.assets) == tree(second.assets)


# The cache.

FROM_CACHE = """
import sys
from pathlib import Path
from sourcebook.frames import load_shell
from tests.small_site import STUBS
root = Path(sys.argv[1])
shell = load_shell(root, root / "content", STUBS, root / "cache")
heavy = {"mkdocs", "material", "jinja2", "yaml", "markdown", "pydantic", "logging"}
print(len(shell.frames), sorted(heavy & set(sys.modules)))
"""


def test_from_the_cache_mkdocs_is_not_even_imported(root: Path, shell: Shell) -> None:
    command = [sys.executable, "-c", FROM_CACHE, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"{len(shell.frames)} []\n"
    assert load(root) == shell


def _cut(cache: Path) -> None:
    (cache / "frames.json").write_bytes((cache / "frames.json").read_bytes()[:2000])


def _alter(cache: Path) -> None:
    text = (cache / "frames.json").read_text("utf-8")
    (cache / "frames.json").write_text(text.replace("Harrow", "Barrow"), "utf-8")


def _garble(cache: Path) -> None:
    (cache / "frames.json").write_bytes(b"\xff\xfe")


def _folder(cache: Path) -> None:
    (cache / "frames.json").unlink()
    (cache / "frames.json" / "x").mkdir(parents=True)


def _asset(cache: Path) -> None:
    next(cache.glob("assets-*/assets/frame.css")).write_text("")


def _no_asset(cache: Path) -> None:
    next(cache.glob("assets-*/assets/frame.css")).unlink()


@pytest.mark.parametrize("damage", [_cut, _alter, _garble, _folder, _asset, _no_asset])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: object) -> None:
    root = lay_out(tmp_path)
    whole = load(root)
    kept = tree(whole.assets)
    assert callable(damage)
    damage(root / "cache")
    again = load(root)
    assert again.frames == whole.frames
    assert tree(again.assets) == kept


def test_the_cache_keeps_one_set_of_assets(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    load(root)
    configure(root, "copyright: None\n")
    shell = load(root)
    assert sorted((root / "cache").glob("*")) == [shell.assets, root / "cache" / "frames.json"]


# What can be wrong.


@pytest.mark.parametrize(
    ("replace", "message"),
    [
        (("floods/index.md", "flods/index.md"), r"'flods/index\.md', .*did you mean 'floods/ind"),
        (("[sourcebook]", "[]"), "the list of plugins needs 'sourcebook'"),
        (("font: false", "font: {text: Roboto}"), r"from another host"),
        (("name: material", "name: materiel"), "Unrecognised theme name: 'materiel'"),
        (("site_name:", "site_nam:"), "site_name"),
        (("extra_css:", "[extra_css:"), "mkdocs.yml"),
        (("weather-sunny", "weather-sunshine"), r"weather-sunshine\.svg' not found"),
        (("[assets/search.js]", "[https://cdn.example/x.js]"), "https://cdn.example/x.js from"),
    ],
)
def test_a_wrong_configuration_is_told(
    tmp_path: Path, replace: tuple[str, str], message: str
) -> None:
    root = lay_out(tmp_path)
    configure(root, replace=replace)
    with pytest.raises(FrameError, match=message):
        load(root)


def test_a_configuration_that_is_no_text_is_told(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    (root / "mkdocs.yml").write_bytes(b"site_name: \xff\xfe\n")
    with pytest.raises(FrameError, match="error parsing the configuration file"):
        load(root)


def test_a_fault_of_a_template_is_told_with_its_line(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    theme = root / "templates" / "material"
    theme.mkdir()
    (theme / "404.html").write_text("{{ slot('article') }}\n{{ weir.gate.height }}\n")
    with pytest.raises(FrameError, match=r"material/404\.html:2: 'weir' is undefined"):
        load(root)


def test_missing_folders_are_told(tmp_path: Path) -> None:
    with pytest.raises(FrameError, match=r"mkdocs\.yml: there is no such file"):
        load(tmp_path)
    root = lay_out(tmp_path / "site")
    with pytest.raises(FrameError, match=r"pages: there is no such .* hand-written pages"):
        load_shell(root, root / "elsewhere", STUBS)


def test_a_file_that_may_not_be_published_is_told(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    (root / "content" / "pages" / "own.html").write_text("<script>")
    with pytest.raises(FrameError, match=r"own\.html: only pages \(\.md\) and \.avif, .* are publ"):
        load(root)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    (tmp_path / "secret.txt").write_text("secret")
    (root / "content" / "pages" / "plain.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(FrameError, match=r"plain\.txt: a link to another place is not followed"):
        load(root)
