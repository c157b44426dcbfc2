"""Quotations looked up word for word in the captured texts of their sources."""

from sourcebook.quotes.asides import KINDS as ASIDE_KINDS
from sourcebook.quotes.asides import count_asides
from sourcebook.quotes.captures import Captures, DamagedCaptureError
from sourcebook.quotes.captures_folder import CapturesFolderError, captures_folder
from sourcebook.quotes.carriers_words import unsupported_words
from sourcebook.quotes.check_states import (
    NO_QUOTATIONS,
    CheckState,
    QuotationCounts,
    count_states,
    describe_figures,
    describe_quotations,
    describe_states,
)
from sourcebook.quotes.checked_quotations import (
    MACHINE_READING,
    NOTHING_CHECKED,
    CheckedQuotation,
    CheckedQuotations,
)
from sourcebook.quotes.claim_values import is_in_translation, missing_value
from sourcebook.quotes.counts import counted_by
from sourcebook.quotes.editorial_marks import split_at_gaps, words_of_source
from sourcebook.quotes.landing import Landing
from sourcebook.quotes.prose_paragraphs import FACT
from sourcebook.quotes.prose_quotations import ProseQuotations
from sourcebook.quotes.quotation import Quotation, find_quotations, quoted_text_of
from sourcebook.quotes.quotes_lock import LOCK_NAME, LockedQuotation, format_lock
from sourcebook.quotes.silences import holds_whole
from sourcebook.quotes.verify import Verification, verify_quotations

__all__ = [
    "ASIDE_KINDS",
    "FACT",
    "LOCK_NAME",
    "MACHINE_READING",
    "NOTHING_CHECKED",
    "NO_QUOTATIONS",
    "Captures",
    "CapturesFolderError",
    "CheckState",
    "CheckedQuotation",
    "CheckedQuotations",
    "DamagedCaptureError",
    "Landing",
    "LockedQuotation",
    "ProseQuotations",
    "Quotation",
    "QuotationCounts",
    "Verification",
    "captures_folder",
    "count_asides",
    "count_states",
    "counted_by",
    "describe_figures",
    "describe_quotations",
    "describe_states",
    "find_quotations",
    "format_lock",
    "holds_whole",
    "is_in_translation",
    "missing_value",
    "quoted_text_of",
    "split_at_gaps",
    "unsupported_words",
    "verify_quotations",
    "words_of_source",
]
