"""Guards in a LibCST tree: where they are, what they read, and what is true where they are not."""

import builtins

import libcst as cst
import libcst.matchers as m

LEAVES = (cst.Raise, cst.Return, cst.Continue)
OPPOSITE = {cst.Equal: cst.NotEqual, cst.Is: cst.IsNot, cst.In: cst.NotIn}
OPPOSITE |= {after: before for before, after in OPPOSITE.items()}


def leaves(body):
    """Whether control never gets past this block."""
    last = body.body[-1] if body.body else None
    if isinstance(last, cst.SimpleStatementLine):
        last = last.body[-1]
    if isinstance(last, cst.If):
        return isinstance(last.orelse, cst.Else) and leaves(last.body) and leaves(last.orelse.body)
    return isinstance(last, LEAVES)


def is_guard(node):
    return isinstance(node, cst.If) and node.orelse is None and leaves(node.body)


def only_statement(body):
    if len(body.body) != 1:
        return None
    line = body.body[0]
    if isinstance(line, cst.SimpleStatementLine):
        return line.body[0] if len(line.body) == 1 else None
    return line if isinstance(body, cst.SimpleStatementSuite) else None


def negated(test):
    if isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not):
        return test.expression
    if isinstance(test, cst.Comparison) and len(test.comparisons) == 1:
        target = test.comparisons[0]
        turned = OPPOSITE.get(type(target.operator))
        if turned:
            return test.with_changes(comparisons=[target.with_changes(operator=turned())])
    if isinstance(test, cst.BooleanOperation):
        operator = cst.And() if isinstance(test.operator, cst.Or) else cst.Or()
        return cst.BooleanOperation(wrapped(negated(test.left)), operator, wrapped(negated(test.right)), **parens(test))
    return cst.UnaryOperation(cst.Not(), wrapped(test))


def wrapped(node):
    """In parentheses where it could be read apart otherwise."""
    needs = isinstance(node, (cst.BooleanOperation, cst.NamedExpr, cst.IfExp, cst.Lambda)) and not node.lpar
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()]) if needs else node


def parens(node):
    return {"lpar": node.lpar, "rpar": node.rpar}


def bare(node):
    return node.with_changes(lpar=[], rpar=[]) if getattr(node, "lpar", ()) else node


UNMOVABLE = m.Await() | m.Yield() | m.NamedExpr() | m.Lambda() | m.CompFor() | m.Assign() | m.AugAssign() | m.AnnAssign()
UNMOVABLE |= m.Del() | m.Return() | m.Continue() | m.Name("super") | m.Name("locals") | m.Name("__class__")
UNMOVABLE |= m.FunctionDef() | m.For() | m.With() | m.Global() | m.Nonlocal() | m.Import() | m.ImportFrom()


def names_read(node, module_names):
    """The local names that the code reads, or None where it cannot stand in a function of its own."""
    if m.findall(node, UNMOVABLE):
        return None
    # A private name is mangled by the class around it.
    if any(each.value.startswith("__") and not each.value.endswith("__") for each in m.findall(node, m.Name())):
        return None
    reader = NameReader()
    node.visit(reader)
    return sorted(name for name in reader.names if name not in module_names and not hasattr(builtins, name))


class NameReader(cst.CSTVisitor):
    def __init__(self):
        self.names = set()

    def visit_Attribute(self, node):
        node.value.visit(self)
        return False

    def visit_Arg(self, node):
        node.value.visit(self)
        return False

    def visit_Name(self, node):
        self.names.add(node.value)


def module_names(tree):
    names = set()
    for line in tree.body:
        if isinstance(line, (cst.FunctionDef, cst.ClassDef)):
            names.add(line.name.value)
        else:
            names |= {each.value for each in m.findall(line, m.Name())}
    return names
