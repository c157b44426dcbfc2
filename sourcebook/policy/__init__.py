"""The rules that an earlier revision goes by, by which a change to the dataset is judged."""

from sourcebook.policy.additions import PolicyReport, policy_report
from sourcebook.policy.policy import Policy, policy_fields, read_policy
from sourcebook.policy.revision import RevisionError

__all__ = [
    "Policy",
    "PolicyReport",
    "RevisionError",
    "policy_fields",
    "policy_report",
    "read_policy",
]
