"""What a revision says of how records are judged: settings, excuses, and what was found before."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import ValidationError

from sourcebook.ledger import read_lock as read_facts
from sourcebook.load import LoadedDataset, load
from sourcebook.load.text import MAX_RECORD, read_text
from sourcebook.load.yaml import YamlError, read_yaml
from sourcebook.models import Dataset, Excuse, Record
from sourcebook.policy.revision import Revision, RevisionError, write_revision
from sourcebook.quotes import LockedQuotation
from sourcebook.quotes.quotes_lock import read_lock as read_quotes

_DESCRIBES = frozenset(
    {
        *("title", "description", "publisher", "licence", "licence_url", "edition"),
        *("edition_date", "time_zone", "other_zones", "latest_episode", "measures", "populations"),
        "captures",
    }
)
"""The fields of a dataset that say what it is; all others say how it is judged."""


def policy_fields() -> tuple[str, ...]:
    """The fields of `dataset.yml` that say how records are judged."""
    return tuple(name for name in Dataset.model_fields if name not in _DESCRIBES)


@dataclass(frozen=True, slots=True)
class Policy:
    """How a revision judges: its settings by field, and the excuses of each of its records.

    `quotations` are the lines of its `quotes.lock`, `facts` those of its `facts.lock` by the name
    of the fact.
    """

    revision: Revision
    settings: Mapping[str, Any]
    excuses: Mapping[str, tuple[Excuse, ...]]
    quotations: frozenset[LockedQuotation]
    facts: Mapping[str, str]

    def judging(self, loaded: LoadedDataset) -> LoadedDataset:
        """A dataset as this policy judges it: with its settings in the place of their own."""
        if loaded.dataset is None:
            return loaded
        return replace(loaded, dataset=loaded.dataset.model_copy(update=dict(self.settings)))

    def excuses_of(self, record: Record) -> Collection[Excuse]:
        """The excuses that a record had, under its id or one that it had before."""
        return [one for name in (record.id, *record.aliases) for one in self.excuses.get(name, ())]


def read_policy(content: Path, name: str) -> Policy:
    """The policy of a revision of the repository that holds `content`, which stays as it is.

    Raises:
        RevisionError: the revision cannot be read.
    """
    with TemporaryDirectory(prefix="sourcebook-policy-") as folder:
        old = Path(folder) / content.name
        old.mkdir()
        revision = write_revision(content, name, old)
        loaded = load(old)
        return Policy(
            revision,
            _settings(loaded.dataset, old),
            {one.record.id: one.record.excused for one in loaded.records if one.record.excused},
            frozenset(read_quotes(old).lines),
            {key: fact.text for key, fact in read_facts(old).facts.items()},
        )


def _settings(dataset: Dataset | None, old: Path) -> Mapping[str, Any]:
    """The settings of a revision, also where its description has a field that is no more."""
    if dataset is not None:
        return {name: getattr(dataset, name) for name in policy_fields()}
    text = read_text(old / "dataset.yml", "dataset.yml", MAX_RECORD)
    try:
        written = read_yaml(text) if isinstance(text, str) else None
    except YamlError:
        written = None
    if not isinstance(written, dict):
        raise RevisionError("the revision has a dataset.yml that nobody can read")
    return {name: _setting(name, written) for name in policy_fields()}


def _setting(name: str, written: Mapping[str, Any]) -> Any:
    """A setting as it is written, or the usual one where that is nothing which it may be."""
    given = {name: written[name]} if name in written else {}
    try:
        return getattr(Dataset.model_validate(_ANY | given), name)
    except ValidationError:
        return getattr(Dataset.model_validate(_ANY), name)


_ANY: dict[str, Any] = {
    **dict.fromkeys(("title", "description", "publisher", "licence", "edition"), "-"),
    "edition_date": "2000",
    "time_zone": "UTC",
}
