"""Labels of terms, as they stand in a sentence and in a heading."""

from sourcebook.language.catalogue import Catalogue


class Labels(Catalogue):
    """Labels of terms in a locale."""

    def in_sentence(self, label: str) -> str:
        """A label as it stands inside a sentence: its first letter small, unless in an acronym.

        A first word with another capital or a digit keeps its own. A label that begins with a name
        cannot be told from others: its term says how it stands (`Term.in_sentence`).

        >>> [Labels().in_sentence(label) for label in ("Killed", "UAVs launched", "F-16s lost")]
        ['killed', 'UAVs launched', 'F-16s lost']
        """
        first = label.partition(" ")[0]
        keeps = any(char.isupper() or char.isdigit() for char in first[1:])
        return label if keeps else label[:1].lower() + label[1:]

    def subject(self, measure: str, population: str = "") -> str:
        """What a claim is about, from the labels of its measure and of whom or what it counts.

        >>> Labels().subject("Killed", "civilians")
        'Killed, civilians'
        """
        if not population:
            return measure
        return self.text("{measure}, {population}", measure=measure, population=population)
