import ts from 'typescript';

export interface ErrorCode {
  readonly code: string;
  readonly meaning: string;
}

export interface ErrorClass {
  readonly name: string;
  readonly description: string;
  readonly codes: readonly ErrorCode[];
}

/** The subclasses of `PawlError` that a source declares, each with its codes and what is written at them. */
export function readErrors(file: string, text: string): readonly ErrorClass[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  return source.statements.filter(ts.isClassDeclaration).flatMap((declaration) => {
    const codes = codesType(declaration);
    if (codes === undefined) return [];
    const name = declaration.name?.text ?? '';
    return [
      {
        name,
        description: plain(commentOf(declaration)),
        codes: codesOf(codes, source, meaningsIn(commentOf(declaration))),
      },
    ];
  });
}

/** `Code` of `extends PawlError<Code>`. */
function codesType(declaration: ts.ClassDeclaration): ts.TypeNode | undefined {
  const bases = declaration.heritageClauses?.flatMap(({ types }) => [...types]) ?? [];
  return bases.find(({ expression }) => expression.getText() === 'PawlError')?.typeArguments?.[0];
}

type Meanings = ReadonlyMap<string, string>;

function codesOf(type: ts.TypeNode, source: ts.SourceFile, listed: Meanings): readonly ErrorCode[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((one) => codesOf(one, source, listed));
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) {
    return [{ code: type.literal.text, meaning: commentBefore(type, source) || (listed.get(type.literal.text) ?? '') }];
  }
  const alias = source.statements.find(
    (one): one is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(one) && one.name.text === type.getText(),
  );
  if (alias === undefined)
    throw new Error(`${source.fileName}: ${type.getText()} is no union of literals in this file`);
  return codesOf(alias.type, source, meaningsIn(commentOf(alias)));
}

/** The comment stands before the stroke of its member, and the stroke is no part of the member. */
function commentBefore(type: ts.TypeNode, source: ts.SourceFile): string {
  const before = source.text.slice(0, type.getStart()).replace(/\|\s*$/u, '');
  return plain(/\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*$/u.exec(before)?.[1] ?? '');
}

/** Where several codes have one reason, a list says it: `- \`a\`, \`b\`: why`. */
function meaningsIn(comment: string): Meanings {
  const items = [...comment.matchAll(/^- ((?:`[^`]+`(?:, )?)+): (.+)$/gmu)];
  return new Map(
    items.flatMap(([, codes = '', meaning = '']) =>
      [...codes.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => [code, meaning] as const),
    ),
  );
}

function commentOf(declaration: ts.Node): string {
  const docs = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(docs.at(-1)?.comment) ?? '';
}

function plain(comment: string): string {
  return comment
    .replaceAll(/^\s*\*\s?/gmu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
