"""One text for all programs that differ only in what the rewrites may change. It shares no code with them."""

import ast

LEAVES = (ast.Raise, ast.Return, ast.Continue)
OPPOSITE = {"Eq": "NotEq", "NotEq": "Eq", "Is": "IsNot", "IsNot": "Is", "In": "NotIn", "NotIn": "In"}
MIRROR = {"Gt": "Lt", "GtE": "LtE"}


def canonical(text, names=None, inlined=None):
    """`names` maps new names to old ones; `inlined` is the helper or variable that the rewrite brought in."""
    tree = ast.parse(text)
    reader = Reader(names or {}, definition_of(tree, inlined) if inlined else None, inlined)
    return repr(reader.block(tree.body, "module"))


def definition_of(tree, name):
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            only = node.body[-1]
            if len(node.body) == 1 and isinstance(only, ast.Return) and only.value:
                return ("value", only.value)
            return ("body", node.body)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name:
            return ("value", node.value)
    raise ValueError(f"the rewrite brought in no {name}")


class Reader:
    def __init__(self, names, definition, inlined):
        self.names, self.definition, self.inlined = names, definition, inlined

    def block(self, statements, place):
        body = [each for statement in statements for each in self.flattened(statement)]
        read = self.sequence(body, place)
        hoisted = ("function", "import")
        first = sorted((each for each in read if each[0] in hoisted), key=repr)
        return [*first, *(each for each in read if each[0] not in hoisted)]

    def flattened(self, node):
        if isinstance(node, ast.Pass) or is_docstring(node):
            return []
        if isinstance(node, (ast.Import, ast.ImportFrom)) and len(node.names) > 1:
            return [copied(node, names=[name]) for name in node.names]
        if not self.inlined:
            return [node]
        if isinstance(node, ast.FunctionDef) and node.name == self.inlined:
            return []
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == self.inlined:
            return []
        if isinstance(node, ast.Expr) and self.is_inlined_call(node.value) and self.definition[0] == "body":
            return self.definition[1]
        return [node]

    def is_inlined_call(self, node):
        return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == self.inlined

    def sequence(self, body, place):
        if not body:
            return []
        first, rest = body[0], body[1:]
        if isinstance(first, ast.Return) and (first.value is None or is_none(first.value)):
            return [] if place == "function" else [("return",)]
        if isinstance(first, ast.Return) and isinstance(first.value, ast.IfExp):
            value = first.value
            turned = ast.If(value.test, [ast.Return(value.body)], [ast.Return(value.orelse)])
            return self.branch(turned, [], place)
        if isinstance(first, ast.Continue) and place == "loop":
            return []
        if isinstance(first, ast.If):
            return self.branch(first, rest, place)
        return [self.node(first), *self.sequence(rest, place)]

    def branch(self, node, rest, place):
        yes, no = self.flat(node.body), self.flat(node.orelse)
        leaves_yes, leaves_no = leaves(yes), leaves(no)
        if leaves_yes != leaves_no:
            yes, no, rest = ([*yes, *rest] if leaves_no else yes), ([*no, *rest] if leaves_yes else no), []
        elif leaves_yes:
            rest = []
        inner = place if not rest else "block"
        read = turned(self.condition(node.test, False), self.block(yes, inner), self.block(no, inner))
        return [read, *self.sequence(rest, place)]

    def flat(self, body):
        return [each for statement in body for each in self.flattened(statement)]

    def condition(self, test, negate):
        value = self.inline_value(test)
        if value is not None:
            return self.condition(value, negate)
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            return self.condition(test.operand, not negate)
        if isinstance(test, ast.BoolOp):
            operator = "and" if isinstance(test.op, ast.And) != negate else "or"
            sides = [self.condition(each, negate) for each in test.values]
            return (operator, *(part for side in sides for part in (side[1:] if side[0] == operator else (side,))))
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            return self.comparison(test, negate)
        return ("not", self.node(test)) if negate else self.node(test)

    def comparison(self, test, negate):
        name = type(test.ops[0]).__name__
        left, right = self.node(test.left), self.node(test.comparators[0])
        if name in MIRROR:
            name, left, right = MIRROR[name], right, left
        if name in OPPOSITE:
            name = OPPOSITE[name] if negate else name
            return (name, *sorted((left, right), key=repr)) if name in ("Eq", "NotEq") else (name, left, right)
        return ("not", (name, left, right)) if negate else (name, left, right)

    def inline_value(self, node):
        if not self.inlined or self.definition[0] != "value":
            return None
        if self.is_inlined_call(node) or (isinstance(node, ast.Name) and node.id == self.inlined):
            return self.definition[1]
        return None

    def node(self, node):
        if isinstance(node, list):
            return [self.node(each) for each in node]
        if not isinstance(node, ast.AST):
            return node
        value = self.inline_value(node)
        if value is not None:
            return self.node(value)
        return self.special(node) or self.fields(node)

    def special(self, node):
        if isinstance(node, ast.Name):
            return ("name", self.names.get(node.id, node.id))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return self.function(node)
        if isinstance(node, ast.ClassDef):
            return ("class", node.name, *map(self.node, (node.bases, node.keywords, node.decorator_list)), self.block(node.body, "class"))
        if isinstance(node, ast.arg):
            return ("arg", self.names.get(node.arg, node.arg))
        if isinstance(node, ast.keyword):
            return ("keyword", node.arg, self.node(node.value))
        if isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
            heads = [self.node(getattr(node, each)) for each in ("target", "iter", "test") if hasattr(node, each)]
            return (type(node).__name__, *heads, self.block(node.body, "loop"), self.block(node.orelse, "block"))
        if isinstance(node, (ast.BoolOp, ast.Compare)) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)):
            return self.condition(node, False) if not (isinstance(node, ast.Compare) and len(node.ops) > 1) else None
        if isinstance(node, ast.IfExp):
            return turned(self.condition(node.test, False), self.node(node.body), self.node(node.orelse))
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            return ("Assign", [self.node(node.target)], self.node(node.value))
        if isinstance(node, ast.Assign):
            return ("Assign", self.node(node.targets), self.node(node.value))
        return self.formatted(node)

    def formatted(self, node):
        if isinstance(node, ast.JoinedStr):
            return ("parts", *merged([self.part(each) for each in node.values]))
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return ("parts", *merged([("text", node.value)]))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            return self.format_call(node)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant):
            return self.percent(node)
        return None

    def part(self, node):
        if isinstance(node, ast.Constant):
            return ("text", node.value)
        spec = self.node(node.format_spec) if node.format_spec else None
        return ("value", self.node(node.value), node.conversion, spec)

    def format_call(self, node):
        text = node.func.value
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str)) or node.keywords:
            return None
        pieces = text.value.split("{}")
        if len(pieces) != len(node.args) + 1 or any("{" in each or "}" in each for each in pieces):
            return None
        return self.interleaved(pieces, node.args)

    def percent(self, node):
        values = node.right.elts if isinstance(node.right, ast.Tuple) else None
        if values is None or not isinstance(node.left.value, str):
            return None
        pieces = node.left.value.split("%s")
        if len(pieces) != len(values) + 1 or any("%" in each for each in pieces):
            return None
        return self.interleaved(pieces, values)

    def interleaved(self, pieces, values):
        parts = [("text", pieces[0])]
        for value, piece in zip(values, pieces[1:]):
            parts += [("value", self.node(value), -1, None), ("text", piece)]
        return ("parts", *merged(parts))

    def function(self, node):
        decorators = self.node(node.decorator_list)
        name = self.names.get(node.name, node.name)
        return ("function", type(node).__name__, name, decorators, self.node(node.args), self.block(node.body, "function"))

    def fields(self, node):
        skipped = {"ctx", "type_comment", "returns", "annotation", "kind", "type_params"}
        read = [(key, self.node(value)) for key, value in ast.iter_fields(node) if key not in skipped]
        if isinstance(node, (ast.With, ast.AsyncWith, ast.Try, ast.ExceptHandler)):
            blocks = ("body", "orelse", "finalbody")
            read = [(key, self.block(getattr(node, key), "block") if key in blocks else value) for key, value in read]
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            return ("import", *read)
        return (type(node).__name__, *read)


def is_docstring(node):
    """Or any other text that nobody reads; formatters indent it anew."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def copied(node, **changes):
    return type(node)(**{**dict(ast.iter_fields(node)), **changes})


def is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def leaves(body):
    if not body:
        return False
    last = body[-1]
    if isinstance(last, ast.If):
        return leaves(last.body) and leaves(last.orelse)
    return isinstance(last, LEAVES)


def merged(parts):
    joined = []
    for part in parts:
        if part == ("text", ""):
            continue
        if joined and part[0] == "text" and joined[-1][0] == "text":
            joined[-1] = ("text", joined[-1][1] + part[1])
        else:
            joined.append(part)
    return joined


def turned(test, yes, no):
    """Two branches in turn with one outcome are one branch for two reasons; then the smaller condition comes first."""
    other, then = only_branch(no), only_branch(yes)
    if other and other[2] == yes:
        return turned(either(test, other[1]), yes, other[3])
    if other and other[3] == yes:
        return turned(either(test, opposite(other[1])), yes, other[2])
    if then and then[2] == no:
        return turned(either(opposite(test), then[1]), no, then[3])
    if then and then[3] == no:
        return turned(either(opposite(test), opposite(then[1])), no, then[2])
    inverse = opposite(test)
    return ("if", test, yes, no) if repr(test) <= repr(inverse) else ("if", inverse, no, yes)


def only_branch(branch):
    if isinstance(branch, tuple):
        return branch if branch and branch[0] == "if" else None
    return branch[0] if len(branch) == 1 and branch[0][0] == "if" else None


def either(first, second):
    return ("or", *(part for side in (first, second) for part in (side[1:] if side[0] == "or" else (side,))))


def opposite(test):
    head, *sides = test
    if head == "not":
        return sides[0]
    if head in ("and", "or"):
        return ("or" if head == "and" else "and", *map(opposite, sides))
    if head in OPPOSITE:
        return (OPPOSITE[head], *sides)
    return ("not", test)
