"""Functions of a module move to a new one, which it imports back."""

import ast

from canonical import canonical


def moved(file, text):
    """The pairs, or None where no function can stand alone."""
    if not text.isascii():
        return None
    tree = ast.parse(text)
    imports = [each for each in tree.body if isinstance(each, (ast.Import, ast.ImportFrom)) and not is_future(each)]
    # What the import back runs before must be all that the function reads.
    bound = {(alias.asname or alias.name).split(".")[0]: each for each in imports for alias in each.names}
    top = {name for each in tree.body for name in assigned(each)}
    chosen = [each for each in tree.body if isinstance(each, ast.FunctionDef) and stands_alone(each, top, bound)]
    if not chosen or any(is_star(each) for each in imports):
        return None
    lines = text.splitlines(keepends=True)
    read = {name for each in chosen for name in names_in(each)}
    needed = [each for each in imports if any(bound.get(name) is each for name in read)]
    folder, _, name = file.rpartition("/")
    new = f"{name.removesuffix('.py')}_helpers"
    parts = ["".join(lines[each.lineno - 1 : each.end_lineno]) for each in needed]
    bodies = ["".join(lines[each.lineno - 1 : each.end_lineno]) for each in chosen]
    head = "".join(parts) + "\n\n" + "\n\n".join(bodies)
    last = max([each.end_lineno for each in imports], default=chosen[0].lineno - 1)
    line = f"from .{new} import {', '.join(each.name for each in chosen)}\n"
    gone = {number for each in chosen for number in range(each.lineno, each.end_lineno + 1)}
    kept = "".join((own if number not in gone else "") + (line if number == last else "") for number, own in enumerate(lines, 1))
    if not same(text, kept, head):
        return None
    return [
        {"base": {"file": file, "text": text}, "head": {"file": file, "text": kept}},
        {"base": None, "head": {"file": f"{folder}/{new}.py" if folder else f"{new}.py", "text": head}},
    ]


def is_future(node):
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def is_star(node):
    return any(alias.name == "*" for alias in node.names)


def assigned(node):
    if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return set()
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)} | {
        alias.asname or alias.name for each in ast.walk(node) if isinstance(each, (ast.Import, ast.ImportFrom)) for alias in each.names
    } | {each.name for each in ast.walk(node) if isinstance(each, (ast.FunctionDef, ast.ClassDef))}


def stands_alone(node, top, bound):
    globals_used = any(isinstance(each, ast.Global) for each in ast.walk(node))
    return not node.decorator_list and not globals_used and not (names_in(node) - {node.name}) & top and any(
        isinstance(each, ast.Raise) or isinstance(each, ast.If) for each in ast.walk(node)
    )


def names_in(node):
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def same(base, kept, head):
    """Every statement but the imports is still there, once."""
    return statements(base) == sorted(statements(kept) + statements(head))


def statements(text):
    tree = ast.parse(text)
    own = [each for each in tree.body if not isinstance(each, (ast.Import, ast.ImportFrom))]
    return sorted(canonical(ast.unparse(each)) for each in own)
