"""Rewrites on LibCST. Each is a transformer that changes only the `chosen` of the places where it could."""

import libcst as cst
import libcst.matchers as m
from guards import is_guard, leaves, module_names, names_read, negated, only_statement, wrapped, bare


class Codemod(cst.CSTTransformer):
    most = 3

    def __init__(self, site):
        super().__init__()
        self.site = site
        self.seen = 0
        self.functions = []

    def turn(self):
        """Counts a place, and says whether it is one of those to change."""
        self.seen += 1
        return self.seen - 1 in self.site["chosen"]

    def visit_FunctionDef(self, node):
        self.functions.append(node.name.value)

    def leave_FunctionDef(self, node, updated):
        self.functions.pop()
        return updated


class InvertIf(Codemod):
    def leave_If(self, node, updated):
        if not isinstance(updated.orelse, cst.Else) or not self.turn():
            return updated
        return updated.with_changes(test=bare(negated(updated.test)), body=updated.orelse.body, orelse=cst.Else(updated.body))


class DeMorgan(Codemod):
    def leave_If(self, node, updated):
        if not is_guard(updated) or not isinstance(updated.test, cst.BooleanOperation) or not self.turn():
            return updated
        return updated.with_changes(test=cst.UnaryOperation(cst.Not(), wrapped(bare(negated(updated.test)))), whitespace_before_test=SPACE)


class BlockCodemod(Codemod):
    """One that looks at the statements of a block in turn."""

    def leave_IndentedBlock(self, node, updated):
        return updated.with_changes(body=self.changed(list(updated.body)))

    def changed(self, body):
        raise NotImplementedError


class GuardToElse(BlockCodemod):
    def changed(self, body):
        for at, line in enumerate(body[:-1]):
            if is_guard(line) and self.turn():
                return [*body[:at], line.with_changes(orelse=cst.Else(cst.IndentedBlock(body[at + 1 :])))]
        return body


class Nest(Codemod):
    """`if x: return` at the end of a function becomes `if not x:` around the rest."""

    def leave_FunctionDef(self, node, updated):
        super().leave_FunctionDef(node, updated)
        body = list(updated.body.body)
        for at, line in enumerate(body[:-1]):
            only = is_guard(line) and only_statement(line.body)
            if isinstance(only, cst.Return) and only.value is None and self.turn():
                inner = line.with_changes(test=bare(negated(line.test)), body=cst.IndentedBlock(body[at + 1 :]), whitespace_before_test=SPACE)
                return updated.with_changes(body=updated.body.with_changes(body=[*body[:at], inner]))
        return updated


class SplitGuard(BlockCodemod):
    def changed(self, body):
        for at, line in enumerate(body):
            test = line.test if is_guard(line) else None
            if isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.Or) and self.turn():
                first, second = (
                    line.with_changes(test=bare(side), whitespace_before_test=SPACE) for side in (test.left, test.right)
                )
                return [*body[:at], first, second.with_changes(leading_lines=[]), *body[at + 1 :]]
        return body


class MergeGuards(BlockCodemod):
    def changed(self, body):
        for at, (line, after) in enumerate(zip(body, body[1:])):
            if is_guard(line) and is_guard(after) and line.body.deep_equals(after.body) and self.turn():
                test = cst.BooleanOperation(wrapped(line.test), cst.Or(), wrapped(after.test))
                return [*body[:at], line.with_changes(test=test, whitespace_before_test=SPACE), *body[at + 2 :]]
        return body


class GuardToTernary(BlockCodemod):
    def changed(self, body):
        for at, (line, after) in enumerate(zip(body, body[1:])):
            first = only_statement(line.body) if is_guard(line) else None
            second = after.body[0] if isinstance(after, cst.SimpleStatementLine) and len(after.body) == 1 else None
            if not all(isinstance(each, cst.Return) and each.value for each in (first, second)):
                continue
            if self.turn():
                value = cst.IfExp(body=wrapped(first.value), test=wrapped(line.test), orelse=second.value)
                value = value.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
                return [*body[:at], after.with_changes(body=[second.with_changes(value=value)]), *body[at + 2 :]]
        return body


class FlipComparison(Codemod):
    MIRROR = {
        cst.LessThan: cst.GreaterThan,
        cst.GreaterThan: cst.LessThan,
        cst.LessThanEqual: cst.GreaterThanEqual,
        cst.GreaterThanEqual: cst.LessThanEqual,
        cst.Equal: cst.Equal,
        cst.NotEqual: cst.NotEqual,
    }
    IDLE = m.Name() | m.Integer() | m.SimpleString() | m.Attribute(value=m.Name())

    def leave_If(self, node, updated):
        test = updated.test
        if not is_guard(updated) or not isinstance(test, cst.Comparison) or len(test.comparisons) != 1:
            return updated
        target = test.comparisons[0]
        mirror = self.MIRROR.get(type(target.operator))
        idle = m.matches(test.left, self.IDLE) and m.matches(target.comparator, self.IDLE)
        if not mirror or not idle or not self.turn():
            return updated
        flipped = target.with_changes(operator=mirror(), comparator=test.left)
        return updated.with_changes(test=test.with_changes(left=target.comparator, comparisons=[flipped]))


class NameCondition(BlockCodemod):
    most = 1

    def changed(self, body):
        for at, line in enumerate(body):
            if not is_guard(line) or not isinstance(line.test, (cst.BooleanOperation, cst.Comparison)) or not self.turn():
                continue
            name = self.site["fresh"]("refused")
            self.site["undo"]["inlined"] = name
            given = cst.SimpleStatementLine([cst.Assign([cst.AssignTarget(cst.Name(name))], line.test)], leading_lines=line.leading_lines)
            asked = line.with_changes(test=cst.Name(name), leading_lines=[], whitespace_before_test=SPACE)
            return [*body[:at], given, asked, *body[at + 1 :]]
        return body


class Extract(Codemod):
    """A helper at the end of the module, called where its code stood."""

    most = 1

    def __init__(self, site):
        super().__init__(site)
        self.helpers = []

    def visit_Module(self, node):
        self.module_names = module_names(node)

    def leave_Module(self, node, updated):
        return updated.with_changes(body=[*updated.body, *self.helpers])

    def add(self, stem, names, statement):
        name = self.site["fresh"](f"_{stem}_{self.functions[-1].strip('_')}")
        self.site["undo"]["inlined"] = name
        parameters = cst.Parameters([cst.Param(cst.Name(each)) for each in names])
        blank = [cst.EmptyLine(indent=False), cst.EmptyLine(indent=False)]
        self.helpers.append(cst.FunctionDef(cst.Name(name), parameters, cst.IndentedBlock([statement]), leading_lines=blank))
        return cst.Call(cst.Name(name), [cst.Arg(cst.Name(each)) for each in names])


class ExtractGuard(Extract):
    def leave_If(self, node, updated):
        if not self.functions or not is_guard(updated) or not isinstance(only_statement(updated.body), cst.Raise):
            return updated
        names = names_read(updated, self.module_names)
        if names is None or m.findall(updated, m.Raise(exc=None)) or not self.turn():
            return updated
        call = self.add("check", names, updated.with_changes(leading_lines=[]))
        return cst.SimpleStatementLine([cst.Expr(call)], leading_lines=updated.leading_lines)


class ExtractPredicate(Extract):
    def leave_If(self, node, updated):
        if not self.functions or not is_guard(updated) or not isinstance(updated.test, (cst.BooleanOperation, cst.Comparison)):
            return updated
        names = names_read(updated.test, self.module_names)
        if names is None or not self.turn():
            return updated
        call = self.add("is_refused", names, cst.SimpleStatementLine([cst.Return(updated.test)]))
        return updated.with_changes(test=call, whitespace_before_test=SPACE)


class ReorderFunctions(Codemod):
    """Undecorated functions of a class trade places: a body is looked at only when it is called."""

    def leave_ClassDef(self, node, updated):
        if not isinstance(updated.body, cst.IndentedBlock):
            return updated
        body = list(updated.body.body)
        at = [index for index, line in enumerate(body) if isinstance(line, cst.FunctionDef) and not line.decorators]
        names = [body[index].name.value for index in at]
        simple = all(not each.params.posonly_params and plain_defaults(each) for each in (body[i] for i in at))
        if len(at) < 2 or len(set(names)) != len(names) or not simple or not self.turn():
            return updated
        for index, line in zip(at, [body[each] for each in reversed(at)]):
            body[index] = line
        return updated.with_changes(body=updated.body.with_changes(body=body))


def plain_defaults(function):
    """A default is computed where the function stands, so only constants may move."""
    defaults = [each.default for each in (*function.params.params, *function.params.kwonly_params) if each.default]
    return all(m.matches(each, m.Integer() | m.SimpleString() | m.Name("None") | m.Name("True") | m.Name("False")) for each in defaults)


class AnnotateTypes(Codemod):
    def leave_FunctionDef(self, node, updated):
        super().leave_FunctionDef(node, updated)
        bare_params = [each for each in updated.params.params if not each.annotation and each.name.value not in ("self", "cls")]
        if not bare_params or not self.turn():
            return updated
        params = [
            each.with_changes(annotation=cst.Annotation(cst.Name("object"))) if each in bare_params else each
            for each in updated.params.params
        ]
        return updated.with_changes(params=updated.params.with_changes(params=params))


class RenameLocal(Codemod):
    """A local variable of one function that a guard asks about; parameters keep their names, callers may use them."""

    most = 1

    def leave_FunctionDef(self, node, updated):
        super().leave_FunctionDef(node, updated)
        inner = m.FunctionDef() | m.Lambda() | m.ClassDef() | m.Global() | m.Nonlocal() | m.Import() | m.ImportFrom() | m.Name("locals")
        if m.findall(updated.body, inner):
            return updated
        assigned = [each.value for each in targets_of(updated)]
        parameters = {each.name.value for each in m.findall(updated.params, m.Param())}
        asked = {name.value for each in m.findall(updated, m.If()) if is_guard(each) for name in m.findall(each.test, m.Name())}
        found = [each for each in dict.fromkeys(assigned) if each in asked and each not in parameters and not each.startswith("_")]
        if not found or not self.turn():
            return updated
        fresh = self.site["fresh"](f"current_{found[0]}")
        self.site["undo"]["names"][fresh] = found[0]
        return updated.with_changes(body=updated.body.visit(Renamer(found[0], fresh)))


def targets_of(function):
    return [each.target for each in m.findall(function, m.AssignTarget(m.Name()))]


class RenameFunction(Codemod):
    most = 1

    def leave_Module(self, node, updated):
        private = [line.name.value for line in updated.body if isinstance(line, cst.FunctionDef) and line.name.value.startswith("_")]
        # Its name in a text could be looked up by it.
        found = [each for each in private if each not in self.site["strings"] and not each.endswith("__")]
        if not found or not self.turn():
            return updated
        fresh = self.site["fresh"](f"_do{found[0]}")
        self.site["undo"]["names"][fresh] = found[0]
        return updated.visit(Renamer(found[0], fresh))


class Renamer(cst.CSTTransformer):
    def __init__(self, old, new):
        self.old, self.new = old, new

    def visit_Attribute_attr(self, node):
        self.attribute = node.attr

    def leave_Attribute(self, node, updated):
        return updated.with_changes(attr=node.attr)

    def leave_Arg(self, node, updated):
        return updated.with_changes(keyword=node.keyword)

    def leave_Name(self, node, updated):
        return updated.with_changes(value=self.new) if node.value == self.old else updated


SPACE = cst.SimpleWhitespace(" ")

CODEMODS = {
    "invert-if": InvertIf,
    "de-morgan": DeMorgan,
    "guard-to-else": GuardToElse,
    "early-return-to-nested": Nest,
    "split-guard": SplitGuard,
    "merge-guards": MergeGuards,
    "guard-to-ternary": GuardToTernary,
    "flip-comparison": FlipComparison,
    "name-condition": NameCondition,
    "extract-guard": ExtractGuard,
    "extract-predicate": ExtractPredicate,
    "reorder-functions": ReorderFunctions,
    "annotate-types": AnnotateTypes,
    "rename-local": RenameLocal,
    "rename-function": RenameFunction,
}


def codemod(kind, text, random, tokens, strings):
    """The rewritten text and how to read it back, or None where there is nothing to do."""
    module = cst.parse_module(text)
    counter = CODEMODS[kind](site_of(set(), set(tokens), strings))
    module.visit(counter)
    if not counter.seen:
        return None
    chosen = set(random.sample(range(counter.seen), min(counter.most, counter.seen)))
    site = site_of(chosen, set(tokens), strings)
    return module.visit(CODEMODS[kind](site)).code, site["undo"]


def site_of(chosen, used, strings):
    def fresh(name):
        made, number = name, 2
        while made in used:
            made, number = f"{name}_{number}", number + 1
        used.add(made)
        return made

    return {"chosen": chosen, "fresh": fresh, "strings": strings, "undo": {"names": {}}}
