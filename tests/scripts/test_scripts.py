"""The scripts of the site: their logic on Node, without a browser, and how they are joined."""

import json
import re
import subprocess
from pathlib import Path
from unicodedata import category

import pytest

from sourcebook.theme import scripts
from sourcebook.theme.scripts import SCRIPTS, WEB, ScriptError, joined_script
from sourcebook.web.search.tokenizer import fold

HERE = Path(__file__).parent
RESULT = re.compile(r"^(ok|not ok) \d+ - (.+?)(?: # .*)?$", re.M)


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.js")), ids=lambda path: path.name)
def test_logic(node: str, path: Path, subtests: pytest.Subtests) -> None:
    command = [node, "--test-reporter=tap", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    results = RESULT.findall(done.stdout)
    assert results, done.stderr
    for result, name in results:
        with subtests.test(name):
            assert result == "ok", done.stdout
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("first", SCRIPTS.values(), ids=SCRIPTS)
def test_a_joined_script_is_a_script(node: str, first: str, tmp_path: Path) -> None:
    made = tmp_path / "joined.js"
    made.write_text(joined_script(first), "utf-8")
    done = subprocess.run([node, "--check", str(made)], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


FOLD = """
import { readFileSync } from "node:fs";
const { fold } = await import(process.argv[1]);
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(fold)));
"""


def test_every_character_folds_as_in_python(node: str) -> None:
    chars = [chr(n) for n in range(0x11000) if category(chr(n)) not in ("Cn", "Cs", "Co")]
    module = (WEB / "scripts/fold.js").as_uri()
    command = [node, "--input-type=module", "--eval", FOLD, module]
    done = subprocess.run(
        command, input=json.dumps(chars), capture_output=True, encoding="utf-8", check=True
    )
    folded = json.loads(done.stdout)
    assert {c: js for c, js in zip(chars, folded, strict=True) if js != fold(c)} == {}


# -- joining


@pytest.fixture
def web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(scripts, "WEB", tmp_path)
    return tmp_path


def run(node: str, script: str, show: str) -> str:
    command = [node, "--eval", f"{script}\nconsole.log({show})"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.strip()


def test_modules_are_joined_behind_what_they_import(node: str, web: Path) -> None:
    (web / "a.js").write_text(
        'import { b } from "./b.js";\nimport {\n  c,\n} from "./c.js";\n'
        "/** What it gives. */\nexport const a = `${b()}${c}`; // kept\n"
    )
    (web / "b.js").write_text(
        'import { c } from "./c.js";\nexport function b() {\n  return `b${c}`;\n}\n'
    )
    (web / "c.js").write_text('/*\n * Several\n * lines.\n */\nexport const c = "c";\n')
    script = joined_script("a.js")
    assert run(node, script, 'sourcebook["a"].a') == "bcc"
    assert script.count('sourcebook["c"] ??=') == 1
    assert "What it gives" not in script
    assert "Several" not in script
    assert "// kept" in script


def test_a_module_of_two_scripts_runs_once(node: str, web: Path) -> None:
    (web / "count.js").write_text("export const count = { runs: 0 };\ncount.runs += 1;\n")
    for name in "ab":
        text = 'import { count } from "./count.js";\nexport const runs = () => count.runs;\n'
        (web / f"{name}.js").write_text(text)
    both = joined_script("a.js") + joined_script("b.js")
    assert run(node, both, "sourcebook.a.runs()") == "1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('import x from "./b.js";\n', "a.js: cannot join 'import x from"),
        ("export default 1;\n", "a.js: cannot join 'export default 1;'"),
        ("export { b };\n", "a.js: cannot join 'export { b };'"),
        ('import { a } from "./a.js";\n', "a.js: imports itself by way of a.js"),
    ],
)
def test_what_cannot_be_joined_is_an_error(web: Path, text: str, message: str) -> None:
    (web / "a.js").write_text(text)
    with pytest.raises(ScriptError, match=re.escape(message)):
        joined_script("a.js")
