"""The parts of a Word document: XML files in a ZIP file, and how tied (ECMA-376, part 2)."""

import posixpath
from io import BytesIO
from zipfile import ZipFile

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.xml_tree import Element, attribute, xml_tree
from sourcebook.quotes.captures import MAX_CAPTURE


class Package:
    """A packed document, each part unpacked when it is asked for, and never too much of it."""

    def __init__(self, data: bytes) -> None:
        self._packed = ZipFile(BytesIO(data))
        self._names = {name.lower(): name for name in self._packed.namelist()}
        self.main = self._target("", "officeDocument") or "word/document.xml"

    def names(self) -> list[str]:
        """The names of all parts, in small letters."""
        return [*self._names]

    def tree(self, name: str) -> Element | None:
        """A part as XML; None where there is none.

        Raises:
            CaptureError: it is too large, or no XML.
        """
        packed = self._names.get(name.lower())
        if packed is None:
            return None
        with self._packed.open(packed) as part:
            data = part.read(MAX_CAPTURE + 1)
        if len(data) > MAX_CAPTURE:
            raise CaptureError(f"{name} in it has more than {MAX_CAPTURE:,} bytes: divide it")
        return xml_tree(data)

    def part_of_main(self, kind: str) -> Element | None:
        """The part that the main one is tied to as this kind, such as its styles."""
        name = self._target(self.main, kind)
        return None if name is None else self.tree(name)

    def relations_of_main(self) -> dict[str, str]:
        """The names of the parts that the main one is tied to, by the ids of the relationships."""
        return {key: name for key, (_, name) in self._relations(self.main).items()}

    def _target(self, source: str, kind: str) -> str | None:
        found = self._relations(source).values()
        return next((name for one, name in found if one == kind), None)

    def _relations(self, source: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(source)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for one in tree if tree is not None else ():
            target = attribute(one, "Target") or ""
            if attribute(one, "TargetMode") != "External":
                place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = (attribute(one, "Type") or "").rpartition("/")[2]
                found[attribute(one, "Id") or ""] = (kind, place)
        return found
