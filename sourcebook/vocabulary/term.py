"""A term: one row of a vocabulary, strict about its columns."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1)]


class Term(BaseModel):
    """A word of a list: its id in the records, its labels, and the flags that carry its meaning.

    `label` is what readers see, `in_sentence` the same inside a sentence where it keeps its
    capital, as a label that begins with a name; `plural` is its plural where that is irregular,
    `inverse` the label of a relation as read from its other end. `broader` is the id of the term
    that holds all that this one does, and more. `codes` are the codes of the same thing elsewhere,
    by their standard: ucdp, acled, gtd, atlos, airwars, sfm, prov; a list where there are several.
    `variants` are other forms of the label in prose. `own_field` is the field of a record that says
    the same, so that the word is not written.

    `vocabulary` is what one term of the list is called, `file` the file with the built-in ones,
    and `declared` the field of `dataset.yml` under which a dataset declares its own, if it can.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    vocabulary: ClassVar[str]
    file: ClassVar[str]
    declared: ClassVar[str] = ""

    id: Text
    label: Text
    in_sentence: str = ""
    plural: str = ""
    inverse: str = ""
    broader: str = ""
    definition: str = ""
    variants: tuple[str, ...] = ()
    own_field: str = ""
    codes: dict[str, str | tuple[str, ...]] = Field(default_factory=dict)
