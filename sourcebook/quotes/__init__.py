"""Quotations looked up word for word in the captured texts of their sources."""

from sourcebook.quotes.collect import Quotation, quotations, sought
from sourcebook.quotes.figures import lacking
from sourcebook.quotes.lock import NAME, Line, written
from sourcebook.quotes.passages import parted
from sourcebook.quotes.store import Captures
from sourcebook.quotes.verdicts import UNQUOTED, Checked, Quotes
from sourcebook.quotes.verify import Verified, captures_of, verify

__all__ = [
    "NAME",
    "UNQUOTED",
    "Captures",
    "Checked",
    "Line",
    "Quotation",
    "Quotes",
    "Verified",
    "captures_of",
    "lacking",
    "parted",
    "quotations",
    "sought",
    "verify",
    "written",
]
