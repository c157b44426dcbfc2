"""The timeline of all records: drawn one by one where they are few, counted where they are many."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from sourcebook.charts import months as density
from sourcebook.charts import timeline
from sourcebook.models import Episode, Incident
from sourcebook.pages import MOST_ROWS, date_of
from sourcebook.render.view import View

_FEW = 60
"""The most incidents that are drawn one by one."""


def whole(view: View) -> dict[str, Any]:
    """The picture of all records, and what a table beside it says."""
    incidents, title = view.all_of(Incident), view.dataset.title
    records = [*incidents, *view.all_of(Episode)]
    if len(incidents) <= _FEW:
        drawn = timeline.draw(
            view.graph, records, view.attributions, title=title, prefix="drawn", href=view.url
        )
        return {"timeline": Markup(drawn)}  # noqa: S704 - drawn by us, which escapes what it writes
    counted, leads = density.table(records), leads_to(view)
    drawn = density.draw(view.language, counted, title=title, prefix="density", leads=leads)
    return {"density": Markup(drawn), "counted": counted, "leads": leads}  # noqa: S704


def leads_to(view: View) -> Callable[[str], str]:
    """The way to the incidents of a month (`2022-08`) or of a year.

    A long year has a page for each month; of the others the year's page has a part for each.
    What is known of a year alone stands where the year begins.
    """
    dates = (date_of(incident) for incident in view.all_of(Incident))
    known = Counter(date[:4] for date in dates)

    def way(key: str) -> str:
        month = int(key[5:]) if len(key) > 4 else 0
        part = f"#month-{month or 'unknown'}"
        if known[key[:4]] <= MOST_ROWS:
            return f"{view.page.root}incidents/{key[:4]}.html{part}"
        page = f"{view.page.root}incidents/{key[:4]}-{month or 1:02}.html"
        return page if month else page + part

    return way
