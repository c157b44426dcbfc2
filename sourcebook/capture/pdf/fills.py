"""How light what a PDF fills is, letters among it."""

from pdfminer.pdfinterp import PDFGraphicState

_WHITE = 0.97
_TINTS = ("Separation", "DeviceN", "Indexed", "Lab", "Pattern")
"""Colour spaces whose numbers do not say how light a colour is."""


def is_white(state: PDFGraphicState) -> bool:
    """Whether what is filled has the colour of paper."""
    return bool(lights := _lights(state)) and min(lights) >= _WHITE


def is_black(state: PDFGraphicState) -> bool:
    """Whether what is filled is as dark as ink."""
    return bool(lights := _lights(state)) and max(lights) <= 1 - _WHITE


def _lights(state: PDFGraphicState) -> list[float]:
    """How light a fill is, in gray or in red, green and blue; nothing where that is not said."""
    colour = state.ncolor
    parts = colour if isinstance(colour, tuple) else (colour,)
    numbers = [float(part) for part in parts if isinstance(part, int | float)]
    if state.ncs.name in _TINTS or len(numbers) != len(parts):
        return []
    if len(numbers) == 4:
        return [(1 - part) * (1 - numbers[3]) for part in numbers[:3]]
    return numbers
