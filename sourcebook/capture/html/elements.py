"""Elements of HTML by how a browser shows them (HTML Living Standard, 15, Rendering)."""


def names(text: str) -> frozenset[str]:
    """Names that are written one after another."""
    return frozenset(text.split())


UNSEEN = names(
    "area audio base basefont canvas col colgroup command datalist embed frame frameset head "
    "iframe img link map meta meter noembed noframes noscript param picture progress rp "
    "script source style template track video"
)
"""What shows no text of its own, or text only where something else fails."""

BLOCKS = names(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li "
    "listing main menu nav ol optgroup option p plaintext pre search section summary table tbody "
    "td textarea tfoot th thead title tr ul xmp"
)
"""What begins a line of its own, and ends it."""

STRUCK = frozenset(("del", "s", "strike"))

SET_APART = names("img picture canvas video audio embed meter")
"""What shows something other than text between the words on either side of it."""

SHOWN_INPUTS = names(
    "text search email url tel number date datetime-local month week time submit button reset"
)
"""The types of `<input>` whose value stands on the page."""

HIDDEN_CLASSES = names(
    "sr-only visually-hidden visuallyhidden visually-hidden-focusable sr-only-focusable "
    "screen-reader-text screen-reader-only screen-reader screenreader screenreader-only sr-text "
    "show-for-sr a11y-hidden a11y-only accessibly-hidden accessible-hide assistive-text "
    "element-invisible is-visually-hidden u-visually-hidden u-hiddenvisually u-sr-only "
    "govuk-visually-hidden cdk-visually-hidden offscreen off-screen off-left hidden-visually "
    "visuallyhidden--always visually-hide clip-hide mw-headline-sr hide-text-visually"
)
"""Names that style sheets of sites give to what is there for screen readers alone."""

NOTE_CLASSES = names(
    "footnote footnotes-ref footnote-ref footnoteref footnote-reference footnote-anchor fnref "
    "fn-ref fn noteref note-ref reference endnote endnote-ref endnoteref citation cite-ref "
    "sdfootnoteanc sdendnoteanc msofootnotereference mce-footnote easy-footnote sidenote "
    "sidenote-number marginnote"
)
"""Names that they give to the mark of a note, or to a note in the margin."""

MARGIN_CLASSES = frozenset(("sidenote", "marginnote"))
"""The names of whole notes that stand in the margin."""

QUOTED_CLASSES = names(
    "gmail_quote gmail_quote_container gmail_attr moz-cite-prefix moz-forward-container "
    "yahoo_quoted protonmail_quote zmail_extra tutanota_quote"
)
QUOTED_IDS = names("mailcontainer reply-intro yahoo_quoted isforwardcontent divrplyfwdmsg")
"""Names that mail programs give to what a mail quotes."""
