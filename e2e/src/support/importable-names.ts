import ts from 'typescript';

export interface ImportableNames {
  /** Each exported name with its declaration, by name. */
  readonly exported: readonly string[];
  /** Declarations of the same package that these speak of and that are not exported. */
  readonly reached: readonly string[];
}

/** What a module of declarations exports, and what of its package can be seen through that. */
export function importableNames(program: ts.Program, file: string, folder: string): ImportableNames {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} exports nothing`);
  const real = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const isOwn = (symbol: ts.Symbol): boolean =>
    symbol.declarations?.some((node) => node.getSourceFile().fileName.startsWith(`${folder}/`)) ?? false;

  const exports = checker.getExportsOfModule(module).sort(byName);
  const seen = new Set(exports.map(real));
  const reached: ts.Symbol[] = [];
  const follow = (symbol: ts.Symbol): void => {
    for (const next of [...namesIn(symbol, checker)].map(real)) {
      if (seen.has(next) || !isOwn(next)) continue;
      seen.add(next);
      // A name of a module or a type parameter is no declaration of its own.
      if (next.flags & (ts.SymbolFlags.Type | ts.SymbolFlags.Value) && !(next.flags & ts.SymbolFlags.TypeParameter))
        reached.push(next);
      follow(next);
    }
  };
  for (const symbol of exports) follow(real(symbol));
  return {
    exported: exports.map((symbol) => text(symbol.name, real(symbol), checker)),
    reached: reached.sort(byName).map((symbol) => text(symbol.name, symbol, checker)),
  };
}

function byName(a: ts.Symbol, b: ts.Symbol): number {
  return a.name < b.name ? -1 : 1;
}

function namesIn(symbol: ts.Symbol, checker: ts.TypeChecker): ReadonlySet<ts.Symbol> {
  const found = new Set<ts.Symbol>();
  const visit = (node: ts.Node): void => {
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression
        : ts.isTypeQueryNode(node)
          ? node.exprName
          : undefined;
    const named = name && checker.getSymbolAtLocation(name);
    if (named !== undefined) found.add(named);
    ts.forEachChild(node, visit);
  };
  for (const declaration of symbol.declarations ?? []) visit(declaration);
  return found;
}

const printer = ts.createPrinter({ removeComments: true });

function text(name: string, symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const declarations = symbol.declarations ?? [];
  return declarations.map((node) => declarationText(name, node, checker)).join('\n');
}

function declarationText(name: string, node: ts.Declaration, checker: ts.TypeChecker): string {
  if (ts.isVariableDeclaration(node)) {
    const { NoTruncation, UseAliasDefinedOutsideCurrentScope, UseSingleQuotesForStringLiteralType } =
      ts.TypeFormatFlags;
    const flags = NoTruncation | UseAliasDefinedOutsideCurrentScope | UseSingleQuotesForStringLiteralType;
    return `const ${name}: ${checker.typeToString(checker.getTypeAtLocation(node), undefined, flags)};`;
  }
  const printed = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  const declared = node && ts.getNameOfDeclaration(node)?.getText();
  return `${printed.replace(/^export (?:declare )?/u, '')}${declared === name ? '' : ` // as ${name}`}`;
}
