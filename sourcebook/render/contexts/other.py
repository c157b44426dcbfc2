"""The data page, the list of briefings, and pages that lead elsewhere."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.derive import Coverage
from sourcebook.models import Episode, Record, Source
from sourcebook.quotes import QuotationCounts
from sourcebook.render.contexts.kind_counts import KindCount, count_kinds
from sourcebook.render.contexts.kind_fields import KindFields, kinds_of_record
from sourcebook.render.view import View
from sourcebook.vocabulary import CaptureExtent, CaptureMethod, Measure


@dataclass(frozen=True, slots=True)
class DataContext:
    """What `data.html` reads: what there is, the fields of every kind, and the measures.

    `quotations` counts what is quoted by how it was checked, `captures` the captured texts by how
    much of their source they hold and by what made them, in words; `coverage` counts claims and
    figures by their passages.
    """

    counts: tuple[KindCount, ...]
    claim_count: int
    kinds: tuple[KindFields, ...]
    measures: tuple[Measure, ...]
    quotations: QuotationCounts
    captures: tuple[str, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class BriefingsContext:
    """What `briefings.html` reads: the episodes, the newest first."""

    episodes: tuple[Episode, ...]


@dataclass(frozen=True, slots=True)
class RedirectContext:
    """What `redirect.html` reads: the record that the page has moved to."""

    record: Record


@dataclass(frozen=True, slots=True)
class NotFoundContext:
    """What `404.html` reads: the ways on from a page that is not there."""

    counts: tuple[KindCount, ...]


def data_context(view: View) -> DataContext:
    """The data page."""
    measures = sorted(view.dataset.terms(Measure).values(), key=lambda measure: measure.id)
    return DataContext(
        count_kinds(view),
        view.claim_count(),
        kinds_of_record(),
        tuple(measures),
        view.quotation_counts(),
        tuple(_captures(view)),
        view.coverage(),
    )


def _captures(view: View) -> Iterator[str]:
    """The captured texts that there are, by what is on record of them."""
    captures = [source.capture for source in view.all_of(Source) if source.capture is not None]
    if not captures:
        return
    yield f"{view.language.count(len(captures), 'source')} with a captured text"
    extents, methods = view.dataset.terms(CaptureExtent), view.dataset.terms(CaptureMethod)
    held, number = Counter(capture.holds for capture in captures), view.language.number
    for extent in sorted((one for one in held if one), key=extents.order):
        yield f"{number(held[extent])} of which the text holds {extents[extent].label}"
    if held[None]:
        yield f"{number(held[None])} of which nobody said how much it holds"
    made = Counter(capture.read_by for capture in captures if capture.read_by)
    for method in sorted(made, key=methods.order):
        yield f"{number(made[method])} {methods[method].label}"


def briefings_context(view: View) -> BriefingsContext:
    """The list of briefings."""
    episodes = sorted(view.all_of(Episode), key=lambda e: (e.as_of.earliest, e.id), reverse=True)
    return BriefingsContext(tuple(episodes))


def redirect_context(view: View) -> RedirectContext:
    """Where a page has moved to."""
    return RedirectContext(view.record(view.page.subject))


def not_found_context(view: View) -> NotFoundContext:
    """The ways on from a page that is not there."""
    return NotFoundContext(count_kinds(view))
