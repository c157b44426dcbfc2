"""What the single file of an episode shows beside its record, and what its head needs."""

from collections.abc import Mapping
from typing import Any

from sourcebook.briefing.figures import briefing_figures
from sourcebook.briefing.style import css_text, inlined, policy
from sourcebook.briefing.view import BriefingView
from sourcebook.derive.matrix import RANGE_RULE
from sourcebook.models.words import CONFIDENCES, LIKELIHOODS
from sourcebook.render.view import View

MARKINGS: Mapping[str, str] = {
    "TLP:RED": "for the eyes of its individual recipients only",
    "TLP:AMBER+STRICT": "for those in the recipient's organisation who need to know",
    "TLP:AMBER": "for those in the recipient's organisation and its clients who need to know",
    "TLP:GREEN": "for the recipient's community, not for the public",
    "TLP:CLEAR": "may be passed on without limit",
}
"""With whom a file may be shared (Traffic Light Protocol 2.0 of FIRST)."""


def briefing_context(view: View) -> Mapping[str, Any]:
    """What a single file shows beside its record, and what its head needs."""
    if not isinstance(view, BriefingView):
        raise TypeError("a single file is seen by a BriefingView")
    held, dataset = view.contents, view.dataset
    return dict(held.told) | {
        "record": held.episode,
        "held": held,
        "plates": briefing_figures(view, held.told["incidents"], held.told["figures"]),
        "titles": _titles(view),
        "gaps": [(r, view.analysis(r.id).gaps) for r in held.told["incidents"]],
        "edition": f"Edition {dataset.edition}, {view.language.day(dataset.edition_date)}",
        "range_rule": RANGE_RULE,
        "likelihoods": LIKELIHOODS,
        "confidences": CONFIDENCES,
        "markings": MARKINGS,
        "policy": policy,
        "css_text": css_text,
        "inlined": inlined,
    }


def _titles(view: BriefingView) -> dict[str, str]:
    """The sections of the file that have something in them: their titles by their anchors."""
    episode, held = view.contents.episode, view.contents
    sections: list[tuple[str, str, Any]] = [
        ("bottom-line", "Bottom line", True),
        ("judgements", "Key judgements", episode.judgements),
        ("figures", "Key figures, and who gives them", held.told["figures"]),
        ("incidents", "What happened", held.told["incidents"]),
        ("contested", "Who says what", held.told["points"]),
        ("assessment", "What the judgements rest on", episode.judgements),
        ("assumptions", "Assumptions", episode.assumptions),
        ("gaps", "What is not known", episode.unknowns or held.told["incidents"]),
        ("sourcing", "How well it is sourced", held.sources),
        ("narrative", "The account in full", episode.body),
        ("claims", "The claims", held.annex.scopes),
        ("named", "Who and what is named", held.actors or held.locations),
        ("sources", "Sources", held.sources),
    ]
    return {anchor: title for anchor, title, there in sections if there}
