"""The look of the site: the templates, styles and scripts that travel with the program.

A project puts a file of the same name in its place: `templates/incident.html` stands for the
program's own, `templates/material/` holds overrides of Material and of the assets,
`templates/rule_pages/` other explanations of rules.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent

RULE_PAGES = _PACKAGE.parent / "rule_pages"
"""The folder of the pages that explain the rules, one for each code."""
SOURCES = _PACKAGE.parent / "web", _PACKAGE / "styles"
"""The folders of what is joined to scripts and style sheets."""


def template_folders(overrides: Path) -> tuple[Path, ...]:
    """Where the templates of pages are looked for, the project's own first.

    Behind them the style sheets of the site, which a single-file briefing holds too.
    """
    return overrides, _PACKAGE / "pages", overrides / "material", _PACKAGE / "material"


def material_folders(overrides: Path) -> tuple[Path, ...]:
    """Where Material's templates and the site's assets are looked for, the project's own first.

    Each is a folder of a theme as MkDocs knows it; the project's need not exist.
    """
    return overrides / "material", _PACKAGE / "material"


def rule_page(code: str, overrides: Path) -> Path:
    """The page that explains a rule: the project's own, or the one that comes with the program."""
    own = overrides / "rule_pages" / f"{code}.md"
    return own if own.is_file() else RULE_PAGES / own.name


def shown_path(template: str, overrides: Path) -> str:
    """The path of a template in a message: below the project, or below the program."""
    own = _PACKAGE / "pages" / template
    if (overrides / template).is_file() or not own.is_file():
        return f"templates/{template}"
    return f"sourcebook/{own.relative_to(_PACKAGE.parent).as_posix()}"
