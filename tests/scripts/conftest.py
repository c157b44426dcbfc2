"""What the tests of scripts and styles share."""

import pytest

from tests.scripts.node import MISSING, find_node, is_required


@pytest.fixture
def node() -> str:
    """The program that runs scripts; without one the test is skipped, or fails in CI."""
    found = find_node()
    if found is None:
        (pytest.fail if is_required() else pytest.skip)(MISSING)
    return found
