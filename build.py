"""Builds the site: `python build.py`. `python build.py --help` shows the rest."""

import sys
from pathlib import Path

try:
    from sourcebook.cli import main
except ModuleNotFoundError as error:
    sys.exit(f"{error}: run `make site`, or use the Python of .venv, which has what it needs")

if __name__ == "__main__":
    main(Path(__file__).resolve().parent)
