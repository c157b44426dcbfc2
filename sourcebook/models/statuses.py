"""The statuses of claims, which the program computes: their labels are in claim_statuses.yml."""

from enum import StrEnum


class ClaimStatus(StrEnum):
    """Whether a claimant still holds a claim."""

    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Agreement(StrEnum):
    """How the claims of one scope agree.

    DIFFERING is said of values in words, which no rule can weigh; SINGLE of one origin, SILENT of
    none that gives a value.
    """

    AGREED = "agreed"
    COMPATIBLE = "compatible"
    DISPUTED = "disputed"
    DIFFERING = "differing"
    SINGLE = "single"
    SILENT = "silent"
