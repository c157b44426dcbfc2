"""XML to a tree, without what an XML document can do to its reader.

Neither office documents nor captions declare a type; without one there are no entities to expand
and nothing outside of the file to fetch (OWASP, XML External Entity Prevention).
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from sourcebook.capture.errors import CaptureError

__all__ = ["Element", "attribute", "child", "local_name", "xml_tree"]


def xml_tree(data: bytes) -> Element:
    """The root element; names are `{namespace}name`.

    Raises:
        CaptureError: it is no XML, or declares a document type.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: builder.start(
        _full(name), {_full(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: builder.end(_full(name))
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise CaptureError(f"its XML is damaged ({error}): fetch the file again") from None
    root: Element = builder.close()
    return root


def _full(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _refuse(*_declared: object) -> None:
    raise CaptureError("its XML declares a document type, which none of its kind does")


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name without a namespace; None where there is none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return None


def child(element: Element | None, *names: str) -> Element | None:
    """What a path of names leads to, the first of each; None where it leads nowhere."""
    for name in names:
        element = None if element is None else next(_named(element, name), None)
    return element


def _named(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element if local_name(one) == name)
