"""Powers of ten: 3 × 10⁶ is three million, and neither 3 nor 10 nor 106."""

import re
import unicodedata

_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_POWER = re.compile(
    r"(?:(?P<factor>\d+(?:[.,]\d+)?)\s*[\u00d7x\u00b7*]\s*)?10"
    rf"(?P<exponent>\^-?\d{{1,2}}(?!\d)|[\u207b\u2212]?[{_RAISED}]{{1,2}})"
)


def power_at(text: str, start: int) -> tuple[int, tuple[float, ...]] | None:
    """Where a power of ten ends that begins at a place, and what it is; None where there is none.

    It has no value where the raised digit may as well be the number of a note: 10⁶ alone.
    """
    power = _POWER.match(text, start)
    if power is None:
        return None
    written = unicodedata.normalize("NFKC", power["exponent"]).replace("\u2212", "-")
    if power["factor"] is None and not written.startswith("^"):
        return power.end(), ()
    factor = float((power["factor"] or "1").replace(",", "."))
    return power.end(), (round(factor * 10.0 ** int(written.lstrip("^")), 6),)
