import { dirname, join } from 'node:path';
import ts from 'typescript';
import { MODULES } from './workspace.ts';

export type Resolution = 'nodenext' | 'bundler';

/** What the strictest user's compiler says of these files and of the declarations of all packages that they import, one line each. */
export function typeErrors(files: readonly string[], resolution: Resolution): readonly string[] {
  const isBundler = resolution === 'bundler';
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    module: isBundler ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext,
    moduleResolution: isBundler ? ts.ModuleResolutionKind.Bundler : ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    noEmit: true,
    types: ['node'],
    typeRoots: files.map((file) => join(dirname(file), 'node_modules/@types')).slice(0, 1),
  });
  // Node's own declarations do not hold at this strictness.
  const told = ts.getPreEmitDiagnostics(program).filter(({ file }) => !file?.fileName.startsWith(MODULES));
  return told.map(({ file, start, messageText }) => {
    const said = ts.flattenDiagnosticMessageText(messageText, '\n');
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.split('/').at(-1)}:${line} ${said}`;
  });
}
