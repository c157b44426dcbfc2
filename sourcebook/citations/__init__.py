"""What commands write into a citation of a record: a sealed passage, and a verdict on a passage."""

from sourcebook.citations.assess import Assessed, AssessRequest, assess_citation
from sourcebook.citations.errors import CitationError
from sourcebook.citations.find_citation import CitationPlace, find_citation
from sourcebook.citations.seal import Sealed, SealRequest, seal_citation

__all__ = [
    "AssessRequest",
    "Assessed",
    "CitationError",
    "CitationPlace",
    "SealRequest",
    "Sealed",
    "assess_citation",
    "find_citation",
    "seal_citation",
]
