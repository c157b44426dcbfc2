"""Types of what templates read, found without rendering them.

A template is walked with the types of what it is given: the fields of its context, its pictures,
the view and the globals. Every name and attribute that it reads must exist; every macro is walked
with the types of each call, loops with the type of an element, and calls must fit the signature
of what they call. What cannot be known (`UNKNOWN`) is not looked into. A value that may be None
or of several types must have an attribute in one of them.
"""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import GenericAlias, NoneType, UnionType
from typing import Any, ClassVar, TypeVar, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes
from markupsafe import Markup

UNKNOWN = Any
Types = dict[str, Any]
_LOOP = {"index", "index0", "first", "last", "length"}
_TEXT = {"capitalize", "lower", "replace", "join", "trim", "urlencode", "e", "format"}
_SAME = {"list", "abs"}


@dataclass(frozen=True)
class Macro:
    """A macro, and what it sees beside its arguments."""

    template: str
    node: nodes.Macro
    scope: Types


@dataclass(frozen=True)
class Bound:
    """What is called: a function or a method, with what it returns."""

    signature: inspect.Signature
    returns: Any


@dataclass
class Checker:
    """Walks templates; `problems` are what they read that is not there.

    `only` gives, for some classes, the attributes that templates may read of them; `filters` are
    those that they may use.
    """

    env: Environment
    only: Mapping[type, frozenset[str]]
    filters: frozenset[str]
    problems: list[str] = field(default_factory=list)
    modules: dict[str, Types] = field(default_factory=dict)
    walked: set[tuple[str, str, tuple[str, ...]]] = field(default_factory=set)

    def page(self, name: str, given: Types) -> None:
        """Walk the template of a page."""
        tree = self.env.parse(self._source(name))
        Walk(self, name, dict(given)).body(tree.body)

    def module(self, name: str) -> Types:
        """The macros of a part, which sees the globals alone."""
        if name not in self.modules:
            self.modules[name] = scope = dict(self.globals)
            Walk(self, name, scope).body(self.env.parse(self._source(name)).body)
        return self.modules[name]

    @cached_property
    def globals(self) -> Types:
        """The types of what every template may read."""
        return {name: type_of(value) for name, value in self.env.globals.items()}

    def _source(self, name: str) -> str:
        assert self.env.loader is not None
        return self.env.loader.get_source(self.env, name)[0]


class Walk:
    """One template, or one call of a macro, with the types of the names in it."""

    def __init__(self, checker: Checker, template: str, scope: Types) -> None:
        self.checker, self.template, self.scope = checker, template, scope

    def fail(self, node: nodes.Node, message: str) -> Any:
        self.checker.problems.append(f"{self.template}:{node.lineno}: {message}")
        return UNKNOWN

    # -- statements

    def body(self, body: Iterable[nodes.Node]) -> None:
        for node in body:
            getattr(self, f"on_{type(node).__name__.lower()}", self.on_other)(node)

    def on_other(self, node: nodes.Node) -> None:
        raise NotImplementedError(f"{self.template}:{node.lineno}: {type(node).__name__}")

    def on_output(self, node: nodes.Output) -> None:
        for each in node.nodes:
            self.type(each)

    def on_templatedata(self, node: nodes.TemplateData) -> None:
        pass

    def on_if(self, node: nodes.If) -> None:
        self.type(node.test)
        for body in (node.body, node.elif_, node.else_):
            self.body(body)

    def on_for(self, node: nodes.For) -> None:
        inner = Walk(self.checker, self.template, self.scope | {"loop": _LOOP})
        inner.assign(node.target, element(self.type(node.iter)))
        if node.test is not None:
            inner.type(node.test)
        inner.body(node.body)
        self.body(node.else_)

    def on_with(self, node: nodes.With) -> None:
        inner = Walk(self.checker, self.template, dict(self.scope))
        for target, value in zip(node.targets, node.values, strict=True):
            inner.assign(target, self.type(value))
        inner.body(node.body)

    def on_assign(self, node: nodes.Assign) -> None:
        self.assign(node.target, self.type(node.node))

    def on_assignblock(self, node: nodes.AssignBlock) -> None:
        Walk(self.checker, self.template, dict(self.scope)).body(node.body)
        self.assign(node.target, Markup)

    def on_macro(self, node: nodes.Macro) -> None:
        self.scope[node.name] = Macro(self.template, node, self.scope)

    def on_fromimport(self, node: nodes.FromImport) -> None:
        assert isinstance(node.template, nodes.Const)
        module = self.checker.module(node.template.value)
        for name in node.names:
            source, target = (name, name) if isinstance(name, str) else name
            if source not in module:
                self.fail(node, f"{node.template.value} has no macro {source}")
            self.scope[target] = module.get(source, UNKNOWN)

    def on_include(self, node: nodes.Include) -> None:
        pass  # style sheets and the icon, which read nothing

    def on_extends(self, node: nodes.Extends) -> None:
        assert isinstance(node.template, nodes.Const)
        self.checker.page(node.template.value, self.scope)

    def assign(self, target: nodes.Node, value: Any) -> None:
        if isinstance(target, nodes.Tuple):
            parts = get_args(value) if get_origin(value) is tuple else ()
            known = len(parts) == len(target.items) and ... not in parts
            for number, item in enumerate(target.items):
                self.assign(item, parts[number] if known else UNKNOWN)
        elif isinstance(target, nodes.Name):
            self.scope[target.name] = value

    # -- expressions

    def type(self, node: nodes.Node) -> Any:
        """The type of an expression."""
        return getattr(self, f"of_{type(node).__name__.lower()}", self.of_other)(node)

    def of_other(self, node: nodes.Node) -> Any:
        for child in node.iter_child_nodes():
            self.type(child)
        return UNKNOWN

    def of_const(self, node: nodes.Const) -> Any:
        return type(node.value)

    def of_name(self, node: nodes.Name) -> Any:
        if node.name not in self.scope:
            return self.fail(node, f"'{node.name}' is not in its context")
        return self.scope[node.name]

    def of_getattr(self, node: nodes.Getattr) -> Any:
        return self.attribute(node, self.type(node.node), node.attr)

    def of_getitem(self, node: nodes.Getitem) -> Any:
        owner, key = self.type(node.node), node.arg
        if isinstance(key, nodes.Slice):
            return owner
        self.type(key)
        if get_origin(owner) is tuple and ... not in get_args(owner):
            return get_args(owner)[key.value] if isinstance(key, nodes.Const) else UNKNOWN
        return value_of(owner)

    def of_condexpr(self, node: nodes.CondExpr) -> Any:
        self.type(node.test)
        arms = [self.type(node.expr1)] + ([self.type(node.expr2)] if node.expr2 else [])
        return union(arms)

    def of_or(self, node: nodes.Or) -> Any:
        return union([self.type(node.left), self.type(node.right)])

    def of_concat(self, node: nodes.Concat) -> Any:
        for each in node.nodes:
            self.type(each)
        return str

    def of_filter(self, node: nodes.Filter) -> Any:
        value = self.type(node.node) if node.node is not None else Markup
        for each in (*node.args, *node.kwargs):
            self.type(each)
        if node.name not in self.checker.filters:
            self.fail(node, f"the filter '{node.name}' computes what belongs into the context")
        if node.name == "length":
            return int
        if node.name == "first":
            return element(value)
        return value if node.name in _SAME else str if node.name in _TEXT else UNKNOWN

    def of_keyword(self, node: nodes.Keyword) -> Any:
        return self.type(node.value)

    def of_pair(self, node: nodes.Pair) -> Any:
        return self.type(node.value)

    def of_call(self, node: nodes.Call) -> Any:
        called = self.type(node.node)
        given = [self.type(each) for each in node.args]
        named = {each.key: self.type(each.value) for each in node.kwargs}
        if isinstance(called, Macro):
            return self.call(node, called, given, named)
        if isinstance(called, Bound):
            spread = node.dyn_args is not None
            try:
                called.signature.bind_partial(*given, **named) if spread else (
                    called.signature.bind(*given, **named)
                )
            except TypeError as error:
                self.fail(node, str(error))
            return called.returns
        return UNKNOWN

    def call(self, node: nodes.Call, macro: Macro, given: list[Any], named: Types) -> Any:
        names = [argument.name for argument in macro.node.args]
        if len(given) > len(names) or not named.keys() <= {*names}:
            return self.fail(node, f"{macro.node.name} takes {', '.join(names)}")
        inner = Walk(self.checker, macro.template, dict(macro.scope))
        defaults = names[len(names) - len(macro.node.defaults) :]
        arguments = {n: inner.type(d) for n, d in zip(defaults, macro.node.defaults, strict=True)}
        arguments |= dict(zip(names, given, strict=False)) | named
        for name in names:
            if name not in arguments:
                self.fail(node, f"{macro.node.name} misses {name}")
        key = (macro.template, macro.node.name, tuple(f"{n}={t}" for n, t in arguments.items()))
        if key not in self.checker.walked:
            self.checker.walked.add(key)
            inner.scope |= arguments
            inner.body(macro.node.body)
        return Markup

    # -- attributes

    def attribute(self, node: nodes.Getattr, owner: Any, name: str) -> Any:
        if owner is UNKNOWN or isinstance(owner, Macro | TypeVar):
            return UNKNOWN
        if owner is _LOOP:
            return int if name in _LOOP else self.fail(node, f"loop has no {name}")
        found = [read(arm, name, self.checker.only) for arm in arms(owner)]
        known = [each for each in found if each is not None]
        if not known:
            return self.fail(node, f"{show(owner)} has no '{name}' that a template may read")
        return union(known)


def type_of(value: Any) -> Any:
    """The type of a value, of collections with that of what is in them."""
    if isinstance(value, Mapping) and value:
        key, each = next(iter(value.items()))
        return GenericAlias(dict, (type_of(key), type_of(each)))
    if isinstance(value, tuple):
        return GenericAlias(tuple, tuple(type_of(each) for each in value))
    if inspect.isfunction(value):
        return bound(value)
    return type(value)


def arms(kind: Any) -> Iterator[Any]:
    """The types that a value can have, but None."""
    if get_origin(kind) in (Union, UnionType):
        for each in get_args(kind):
            yield from arms(each)
    elif hasattr(kind, "__value__"):
        yield from arms(kind.__value__)
    elif hasattr(kind, "__metadata__"):
        yield from arms(kind.__origin__)
    elif kind not in (None, NoneType):
        yield kind


def union(kinds: Iterable[Any]) -> Any:
    """One type for values of several; unknown where one of them is."""
    found = list(dict.fromkeys(arm for kind in kinds for arm in _arms_or_unknown(kind)))
    if len(found) == 1:
        return found[0]
    if not found or any(each is UNKNOWN or not _is_type(each) for each in found):
        return UNKNOWN
    return Union[tuple(found)]  # noqa: UP007 - made of what is found


def _arms_or_unknown(kind: Any) -> Iterator[Any]:
    yield from ([kind] if not _is_type(kind) else arms(kind))


def _is_type(kind: Any) -> bool:
    return isinstance(kind, type | GenericAlias | UnionType) or get_origin(kind) is not None


def element(kind: Any) -> Any:
    """The type of what a loop over a value gives."""
    found = []
    for arm in arms(kind):
        origin, parts = get_origin(arm), get_args(arm)
        if origin is tuple:
            found.append(parts[0] if ... in parts else union(parts))
        elif parts:
            found.append(parts[0])
    return union(found) if found else UNKNOWN


def value_of(kind: Any) -> Any:
    """The type of an item: of a mapping its value, of a sequence its element."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is not None and len(parts) == 2 and ... not in parts:
        return parts[1]
    return element(kind)


def read(owner: Any, name: str, only: Mapping[type, frozenset[str]]) -> Any:
    """The type of an attribute; None where there is no such one, or it may not be read."""
    origin = get_origin(owner) or owner
    if not isinstance(origin, type):
        return UNKNOWN
    if origin in only and name not in only[origin]:
        return None
    if name == "items" and get_args(owner):
        pairs = GenericAlias(tuple, (GenericAlias(tuple, get_args(owner)), ...))
        return Bound(inspect.signature(lambda: None), pairs)
    hints = get_type_hints(origin)
    if name in hints:
        hint = hints[name]
        return get_args(hint)[0] if get_origin(hint) is ClassVar else hint
    return _member(inspect.getattr_static(origin, name, None))


def _member(found: Any) -> Any:
    if found is None:
        return None
    if isinstance(found, property):
        return get_type_hints(found.fget).get("return", UNKNOWN)
    if isinstance(found, cached_property):
        return get_type_hints(found.func).get("return", UNKNOWN)
    return bound(found, method=True) if inspect.isfunction(found) else UNKNOWN


def bound(function: Any, *, method: bool = False) -> Bound:
    """A function, or a method without its first parameter."""
    signature = inspect.signature(function)
    if method:
        signature = signature.replace(parameters=[*signature.parameters.values()][1:])
    return Bound(signature, get_type_hints(function).get("return", UNKNOWN))


def show(kind: Any) -> str:
    """A type in a message."""
    return " or ".join(getattr(arm, "__name__", str(arm)) for arm in arms(kind))
