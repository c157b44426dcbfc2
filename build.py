"""Builds the site: `python build.py`. `python build.py --help` shows the rest."""

import gc
import sys
from pathlib import Path

gc.disable()  # what is imported stays: to look through it again and again delays the start
try:
    from sourcebook.cli import main
except ModuleNotFoundError as error:
    sys.exit(f"{error}: run `make site`, or use the Python of .venv, which has what it needs")
gc.freeze()
gc.enable()

if __name__ == "__main__":
    main(Path(__file__).resolve().parent)
