"""A page that was written by hand."""

from typing import ClassVar

from pydantic import model_validator

from sourcebook.models.base import PlainText, Record, TitleText
from sourcebook.models.value_errors import value_error


class HandwrittenPage(Record):
    """A text written by hand, such as About."""

    kind: ClassVar[str] = "page"
    folder: ClassVar[str] = "pages"

    title: TitleText
    summary: PlainText | None = None

    @model_validator(mode="after")
    def _has_text(self) -> "HandwrittenPage":
        if not self.body.strip():
            raise value_error(
                "empty_page", "a page has a text below its fields, and this one has none"
            )
        return self
