"""One defence taken out of real code. Works on positions, so that nothing else of the text changes."""

import ast
import json
import re
from pathlib import Path

from canonical import canonical

PATTERNS = json.loads((Path(__file__).parent.parent / "patterns.json").read_text())
named = {key: re.compile(value, re.I if key in ("guard", "rounds", "denyList", "allowList", "limit") else 0) for key, value in PATTERNS.items()}


def removal(kind, file, text, chance):
    if not text.isascii():
        return {"why": "not ascii"}
    tree = ast.parse(text)
    code = Code(text)
    found = [splices for node in ast.walk(tree) for splices in REMOVALS[kind](node, code)]
    if not found:
        return {"why": "nothing"}
    head = code.spliced(chance.choice(found))
    try:
        ast.parse(head)
    except SyntaxError as error:
        return {"why": "unparsable", "detail": str(error)}
    if canonical(text) == canonical(head):
        return {"why": "unchanged"}
    return {"pairs": [{"base": {"file": file, "text": text}, "head": {"file": file, "text": head}}]}


class Code:
    def __init__(self, text):
        self.text = text
        self.starts = [0]
        for line in text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def span(self, node):
        return (self.starts[node.lineno - 1] + node.col_offset, self.starts[node.end_lineno - 1] + node.end_col_offset)

    def of(self, node):
        start, end = self.span(node)
        return self.text[start:end]

    def replace(self, node, text):
        return (*self.span(node), text)

    def without(self, statement, block):
        """A statement and its line, or `pass` where a block would be empty."""
        start, end = self.span(statement)
        if len(block) == 1:
            return (start, end, "pass")
        start = self.starts[statement.lineno - 1]
        return (start, min(end + 1, len(self.text)), "")

    def spliced(self, splices):
        text = self.text
        for start, end, own in sorted(splices, reverse=True):
            text = text[:start] + own + text[end:]
        return text


def blocks(node):
    for key in ("body", "orelse", "finalbody"):
        block = getattr(node, key, None)
        if isinstance(block, list):
            yield block


def guards(node, code):
    """Refusals that a reviewer would call security."""
    for block in blocks(node):
        for each in block:
            if isinstance(each, ast.If) and not each.orelse and not is_elif(each, code) and refuses(each.body[-1], code):
                if named["guard"].search(code.of(each)):
                    yield each, block


def is_elif(node, code):
    return code.of(node).startswith("elif")


def refuses(last, code):
    if isinstance(last, ast.Raise):
        return True
    return isinstance(last, ast.Return) and bool(re.search(r"[eE]rror|False|None|denied|[fF]orbidden|4\d\d", code.of(last)))


def guard_removed(node, code):
    return [[code.without(each, block)] for each, block in guards(node, code)]


def disjunct_removed(node, code):
    tests = [each.test for each, _ in guards(node, code) if isinstance(each.test, ast.BoolOp) and isinstance(each.test.op, ast.Or)]
    return [[code.replace(test, joined(" or ", test.values, left, code))] for test in tests for left in test.values]


def joined(operator, values, left, code):
    text = operator.join(code.of(each) for each in values if each is not left)
    return text if "\n" not in text else f"({text})"


def conjunct_added(node, code):
    return [[code.replace(each.test, f"({code.of(each.test)}) and {excuse}")] for each, _ in guards(node, code) for excuse in EXCUSES]


# What a guard may be made to wait for.
EXCUSES = ["__debug__", "not is_trusted()", "strict", 'mode != "compat"', "not settings.LEGACY", "time.time() > START"]


def checks(node):
    for block in blocks(node):
        for each in block:
            value = each.value if isinstance(each, ast.Expr) else None
            value = value.value if isinstance(value, ast.Await) else value
            if isinstance(value, ast.Call) and named["checkingCall"].search(callee(value)):
                yield each, block


def callee(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def call_removed(node, code):
    return [[code.without(each, block)] for each, block in checks(node)]


def wrapper_peeled(node, code):
    if not isinstance(node, ast.Call) or not node.args or not named["wrapper"].search(callee(node)):
        return []
    first = node.args[-1] if callee(node) == "safe_join" else node.args[0]
    return [] if isinstance(first, ast.Starred) else [[code.replace(node, code.of(first))]]


def decorator_removed(node, code):
    found = []
    for each in getattr(node, "decorator_list", []):
        if named["decorator"].search(code.of(each)):
            start, end = code.starts[each.lineno - 1], code.starts[each.end_lineno]
            found.append([(start, end, "")])
    return found


def handler_widened(node, code):
    if not isinstance(node, ast.Try) or not relevant(node, code):
        return []
    soft = [each for each in node.handlers if not isinstance(each.body[-1], ast.Raise)]
    narrow = [each for each in soft if each.type and code.of(each.type) not in ("Exception", "BaseException", "ImportError")]
    return [[code.replace(each.type, "Exception")] for each in narrow if each is node.handlers[-1]]


def handler_emptied(node, code):
    if not isinstance(node, ast.Try) or not relevant(node, code):
        return []
    found = []
    for each in node.handlers:
        if isinstance(each.body[-1], ast.Raise):
            (start, _), (_, end) = code.span(each.body[0]), code.span(each.body[-1])
            found.append([(start, end, "pass")])
    return found


def relevant(node, code):
    text = code.of(node)
    return bool(named["guard"].search(text) or re.search("verify|decode|parse|check|valid|int\\(", text))


def option_weakened(node, code):
    value = node.value if isinstance(node, ast.keyword) and node.arg else None
    if value is None or not named["option"].search(node.arg) or not (isinstance(value, ast.Constant) and value.value is True):
        return []
    return [[code.replace(value, "False")]]


def named_values(node):
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
        yield getattr(target, "id", getattr(target, "attr", "")), node.value
    if isinstance(node, ast.keyword) and node.arg:
        yield node.arg, node.value
    if isinstance(node, ast.arguments):
        given = [*node.posonlyargs, *node.args]
        for each, value in zip(given[len(given) - len(node.defaults) :], node.defaults):
            yield each.arg, value


def numbers(node, pattern):
    for name, value in named_values(node):
        if pattern.search(name) and isinstance(value, ast.Constant) and type(value.value) is int and value.value > 1:
            yield value


def limit_raised(node, code):
    return [[code.replace(each, f"{code.of(each)} * 100000")] for each in numbers(node, named["limit"])]


def iterations_lowered(node, code):
    return [[code.replace(each, "1")] for each in numbers(node, named["rounds"])]


def algorithm_weakened(node, code):
    """Where it is given to somebody, not where it is compared or listed."""
    given = [*(node.args if isinstance(node, ast.Call) else []), *(value for _, value in named_values(node))]
    found = []
    for each in given:
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and named["algorithm"].search(each.value):
            found.append([code.replace(each, '"md5"')])
        if isinstance(each, ast.Attribute) and re.fullmatch(r"(?:hashlib\.)?sha(?:256|384|512)", code.of(each)):
            found.append([code.replace(each, "hashlib.md5")])
    return found


def lists(node, pattern):
    for name, value in named_values(node):
        inner = value.args[0] if isinstance(value, ast.Call) and value.args and callee(value) in ("frozenset", "set") else value
        if isinstance(inner, (ast.List, ast.Tuple, ast.Set)) and len(inner.elts) > 2 and pattern.search(name):
            if all(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in inner.elts):
                yield inner


def deny_list_shrunk(node, code):
    return [[(code.span(each.elts[-2])[1], code.span(each.elts[-1])[1], "")] for each in lists(node, named["denyList"])]


def allow_list_widened(node, code):
    return [[(code.span(each.elts[-1])[1], code.span(each.elts[-1])[1], ', "*"')] for each in lists(node, named["allowList"])]


def regex_anchor_lost(node, code):
    if not isinstance(node, ast.Call) or callee(node) not in ("compile", "match", "search") or not node.args:
        return []
    text = code.of(node.args[0])
    end = re.search(r"(\$|\\Z)(['\"])$", text)
    if not end or not re.match(r"r?['\"](\^|\\A)", text) or re.search(r"\||\((?!\?)|\n", text):
        return []
    return [[code.replace(node.args[0], text[: end.start()] + end.group(2))]]


def safe_api_swapped(node, code):
    if not isinstance(node, ast.Call):
        return []
    text, given = code.of(node.func), [code.of(each) for each in node.args]
    if text.endswith("compare_digest") or text == "constant_time_compare":
        return [[code.replace(node, f"({given[0]} == {given[1]})")]] if len(given) == 2 else []
    for safe, twin in TWINS.items():
        if text == safe:
            return [[code.replace(node.func, twin)]]
    return []


TWINS = {
    "yaml.safe_load": "yaml.unsafe_load",
    "ast.literal_eval": "eval",
    "literal_eval": "eval",
    "os.path.commonpath": "os.path.commonprefix",
    "secrets.token_bytes": "random.randbytes",
    "secrets.choice": "random.choice",
    "os.urandom": "random.randbytes",
    "format_html": "str.format",
    "html.escape": "str",
    "tempfile.mkstemp": "tempfile.mktemp",
}


def order_swap(node, code):
    """A check after the use that it should have come before. Two checks may come in any order."""
    found = []
    all_checks = [each for each, _ in checks(node)]
    for each, block in checks(node):
        at = block.index(each)
        after = block[at + 1] if at + 1 < len(block) else None
        if after is None or after in all_checks or isinstance(after, (ast.Return, ast.Raise, ast.FunctionDef, ast.ClassDef)) or leaves(after):
            continue
        if names_in(after) & names_in(each):
            found.append([code.replace(each, code.of(after)), code.replace(after, code.of(each))])
    return found


def leaves(node):
    """A guard."""
    return isinstance(node, ast.If) and not node.orelse and isinstance(node.body[-1], (ast.Return, ast.Raise, ast.Continue))


def names_in(node):
    """The names in some code, but for those of what is called, and of the object that all of it belongs to."""
    called = {id(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)}
    names = [each for each in ast.walk(node) if isinstance(each, (ast.Name, ast.Attribute)) and id(each) not in called]
    return {each.id if isinstance(each, ast.Name) else each.attr for each in names} - {"self", "cls"}


REMOVALS = {
    "guard-removed": guard_removed,
    "disjunct-removed": disjunct_removed,
    "conjunct-added": conjunct_added,
    "call-removed": call_removed,
    "wrapper-peeled": wrapper_peeled,
    "decorator-removed": decorator_removed,
    "handler-widened": handler_widened,
    "handler-emptied": handler_emptied,
    "option-weakened": option_weakened,
    "limit-raised": limit_raised,
    "iterations-lowered": iterations_lowered,
    "algorithm-weakened": algorithm_weakened,
    "deny-list-shrunk": deny_list_shrunk,
    "allow-list-widened": allow_list_widened,
    "regex-anchor-lost": regex_anchor_lost,
    "safe-api-swapped": safe_api_swapped,
    "order-swap": order_swap,
}
