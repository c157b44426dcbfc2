"""What claims say, in words: "at least 6", "2 to 3", "Reds and Blues"."""

from collections.abc import Callable

from sourcebook.language.dates import Dates
from sourcebook.language.numbers import Numbers
from sourcebook.models import Figure, References, Value, When

Label = Callable[[str], str]
"""What a record is called, by its id."""

_FORMS = {
    "at_least": "at least {low}",
    "at_most": "at most {high}",
    "range": "{low} to {high}",
    "open": "none to an unstated number",
}


class Values(Dates, Numbers):
    """Values of claims in a locale."""

    def value(self, value: Value, label: Label) -> str:
        """A claim's value as a reader sees it; `label` gives the name of a record by its id."""
        if isinstance(value, Figure):
            return self.figure(value)
        if isinstance(value, When):
            return self.date(value)
        if isinstance(value, References):
            return self.join_list(map(label, value.ids))
        return value.text

    def figure(self, figure: Figure) -> str:
        """A count as a reader sees it: "at least 6", "2 to 3", "about 40"."""
        if figure.form == "words":
            return figure.text
        low, high = self.number(figure.low or 0), self.number(figure.high or 0)
        if figure.form == "about":
            span = low if low == high else self.text("{low} to {high}", low=low, high=high)
            return self.text("about {value}", value=span)
        form = _FORMS.get(figure.form)
        return self.text(form, low=low, high=high) if form else low
