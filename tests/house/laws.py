"""The laws themselves: each takes the syntax tree of one file and yields (node, what is wrong)."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

Breach = tuple[ast.AST, str]
Law = Callable[[ast.Module], Iterator[Breach]]

RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
WRITES = {
    "save", "create", "delete", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "acreate", "asave", "adelete", "aupdate",
}  # fmt: skip
RECEIVING = {"receiver", "connect"}
UNESCAPED = {"mark_safe", "SafeString", "SafeText"}


def relations_name_classes(tree: ast.Module) -> Iterator[Breach]:
    """A relation to another model names the class; only to itself it may say "self"."""
    for call in _calls(tree):
        if _name(call.func) in RELATIONS:
            to = next((word.value for word in call.keywords if word.arg == "to"), call.args[0] if call.args else None)
            if isinstance(to, ast.Constant) and to.value != "self":
                yield call, f"{_name(call.func)} names {to.value!r} as a string"


def imports_stand_at_the_top(tree: ast.Module) -> Iterator[Breach]:
    """No import inside a function or a class."""
    for outer in ast.walk(tree):
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for node in ast.walk(outer):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield node, f"an import inside {outer.name}"


def imports_are_absolute(tree: ast.Module) -> Iterator[Breach]:
    """No `from . import`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield node, "a relative import"


def no_signal_is_received(tree: ast.Module) -> Iterator[Breach]:
    """No receiver of ours: what follows from a write stands in the action, where one can read it."""
    signals = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(("signals", "dispatch"))
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in RECEIVING:
            owner = _name(node.func.value) if isinstance(node.func, ast.Attribute) else _name(node.func)
            if owner in signals:
                yield node, f"{owner} is listened to"


def nothing_is_written(tree: ast.Module) -> Iterator[Breach]:
    """No call that writes to the database. What is only named like one stands in a list, in the test."""
    for call in _calls(tree):
        if isinstance(call.func, ast.Attribute) and call.func.attr in WRITES and not _fills_a_dictionary(call):
            yield call, f"a write outside the actions: {ast.unparse(call.func)}(...)"


def actions_say_by_whom(tree: ast.Module) -> Iterator[Breach]:
    """A public function of the actions takes keywords only, and `by` is the last of them."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            words = [word.arg for word in node.args.kwonlyargs]
            if node.args.args or node.args.posonlyargs or node.args.vararg:
                yield node, f"{node.name} takes arguments without their names"
            elif words[-1:] != ["by"]:
                yield node, f"{node.name} does not say `by` last"


def nothing_goes_unescaped(tree: ast.Module) -> Iterator[Breach]:
    """No text is declared safe by hand; `format_html` and templates escape."""
    for call in _calls(tree):
        if _name(call.func) in UNESCAPED:
            yield call, f"{_name(call.func)} is called"


def modules_say_what_they_are_for(tree: ast.Module) -> Iterator[Breach]:
    """The first line of every module: a sentence."""
    first = (ast.get_docstring(tree) or "").split("\n")[0].strip()
    if tree.body and not first.endswith((".", "!", "?", ":")):
        yield tree, "the module does not begin by saying what it is for, in a sentence"


def _fills_a_dictionary(call: ast.Call) -> bool:
    """Tell `counts.update(found)` from `reviews.update(cycle=4)`: rows take their new values by keyword."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "update" and bool(call.args)


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(node: ast.AST) -> str:
    """Return the last word of a name: `models.ForeignKey` -> "ForeignKey"."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
            return name
        case _:
            return ""
