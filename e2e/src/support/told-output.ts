import ts from 'typescript';

const COMMENT = /^\s*\/\/ ?(.*)$/u;

/**
 * What the code of an example says that it prints: the comment at the end of each `console.log`, or the comment lines right
 * below it, one for each line of output, in the order of the code.
 * Where there is none, that is a line that no program prints: an output that nobody wrote down would never be compared.
 */
export function toldOutput(code: string): string {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
  return [...printing(file)]
    .flatMap((statement) => {
      const lines = linesAfter(code, statement.end);
      return lines.length > 0 ? lines : [`(a comment with what it prints, after: ${statement.getText(file)})`];
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** The statements that call `console.log`, in the order of the text. */
function printing(file: ts.SourceFile): ReadonlySet<ts.Node> {
  const found = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'console.log') found.add(statementOf(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function statementOf(node: ts.Node): ts.Node {
  return ts.isStatement(node) || ts.isSourceFile(node.parent) ? node : statementOf(node.parent);
}

function linesAfter(code: string, end: number): readonly string[] {
  const [rest = '', ...following] = code.slice(end).split('\n');
  const onItsLine = COMMENT.exec(rest)?.[1];
  if (onItsLine !== undefined) return [onItsLine];
  // What closes the loop or the branch that it stands in comes before what it prints.
  const below = following.slice(following.findIndex((line) => !/^\s*[)}\];]+$/u.test(line)));
  return below
    .slice(
      0,
      below.findIndex((line) => !COMMENT.test(line)),
    )
    .map((line) => COMMENT.exec(line)?.[1] ?? '');
}
