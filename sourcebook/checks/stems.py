"""Whether two English words are of one stem."""

_STEM = 4
"""So many letters of two words are the same where they are of one stem: rocket, rockets."""


def same_stem(one: str, other: str) -> bool:
    """Whether two words are the same but for their ends."""
    shorter = min(len(one), len(other))
    return one == other or (
        shorter >= _STEM
        and one[: max(_STEM, shorter - 2)] == other[: max(_STEM, shorter - 2)]
        and abs(len(one) - len(other)) <= _STEM
    )
