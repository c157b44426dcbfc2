"""That a person compared what a machine read with what it was read from."""

from typing import Protocol, TypeVar

from sourcebook.models.moments import When
from sourcebook.models.value_errors import value_error


class _Compared(Protocol):
    @property
    def compared_by(self) -> str | None: ...
    @property
    def compared_on(self) -> When | None: ...


C = TypeVar("C", bound=_Compared)


def with_comparison(model: C) -> C:
    """What is said to have been compared, if a person and a day are named for it, or neither.

    Raises:
        PydanticCustomError: `inconsistent`, where one of the two is missing.
    """
    if (model.compared_by is None) != (model.compared_on is None):
        message = "compared_by says who compared it, compared_on on what day: give both or neither"
        raise value_error("inconsistent", message)
    return model
