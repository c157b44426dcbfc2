"""A curated event dataset as a static report site in which every fact shows who said it."""

__version__ = "0.1.0"
