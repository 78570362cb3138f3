"""Rope's own refactorings, asked for at the guards of one file."""

import ast
import tempfile
from pathlib import Path

from rope.base.exceptions import RopeError
from rope.base.project import Project
from rope.refactor.extract import ExtractMethod, ExtractVariable
from rope.refactor.rename import Rename


def guards(text, function_only=False):
    """Spans of the guards in functions of the module, with the function's indent."""
    tree, starts = ast.parse(text), [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for function in tree.body:
        if isinstance(function, ast.FunctionDef):
            for each in ast.walk(function):
                if isinstance(each, ast.If) and isinstance(each.body[-1], (ast.Raise, ast.Return)) and not each.orelse:
                    yield each, lambda node: (starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset)


def asked(text, places, refactor):
    """The text after the first refactoring that Rope does not refuse."""
    if not text.isascii():
        return None
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "module.py").write_text(text)
        project = Project(folder, ropefolder=None)
        resource = project.get_resource("module.py")
        for place in places[:6]:
            try:
                changes = refactor(project, resource, *place)
            except (RopeError, ValueError, IndexError):
                continue
            return changes.changes[0].new_contents
    return None


def fresh(text, name):
    number = 1
    while f"{name}_{number}" in text:
        number += 1
    return f"{name}_{number}"


def extract_method(text, chance):
    name = fresh(text, "check_input")
    places = [span(each) for each, span in guards(text) if isinstance(each.body[-1], ast.Raise) and not text[span(each)[0] :].startswith("elif")]
    made = asked(text, shuffled(places, chance), lambda project, resource, start, end: ExtractMethod(project, resource, start, end).get_changes(name))
    return made and (made, {"inlined": name})


def extract_variable(text, chance):
    name = fresh(text, "is_refused")
    places = [span(each.test) for each, span in guards(text) if not text[span(each)[0] :].startswith("elif")]
    made = asked(text, shuffled(places, chance), lambda project, resource, start, end: ExtractVariable(project, resource, start, end).get_changes(name))
    return made and (made, {"inlined": name})


def rename(text, chance):
    tree = ast.parse(text)
    names = [each.name for each in tree.body if isinstance(each, ast.FunctionDef)]
    if not names:
        return None
    old = chance.choice(names)
    new = fresh(text, f"do_{old}")
    offset = text.index(f"def {old}(") + 4
    made = asked(text, [(offset,)], lambda project, resource, at: Rename(project, resource, at).get_changes(new))
    return made and (made, {"names": {new: old}})


def shuffled(places, chance):
    return chance.sample(places, len(places))


ROPE = {"rope-extract-method": extract_method, "rope-extract-variable": extract_variable, "rope-rename": rename}
