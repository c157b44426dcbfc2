"""The errors that types of our own raise, each with its message whole."""

from typing import Any

from pydantic_core import PydanticCustomError


def value_error(code: Any, message: str) -> PydanticCustomError:
    """The error that a value is refused with: a code word for its rule, and the message."""
    return PydanticCustomError(code, "{message}", {"message": message})
