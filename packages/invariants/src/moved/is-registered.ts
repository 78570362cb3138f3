import { callParts, type SyntaxNode } from '@pawl/syntax';

/** What makes a function run before others: `app.use`, `addHook`, `before_action`, `@app.middleware`. */
export const REGISTERS: RegExp =
  /(?:^|[._@])(?:use|(?<!Promise\.)all|hook|add_?(?:hook|middleware|filter|interceptor)|before\w*|pre_?(?:handler|validation|parsing|auth\w*)|middleware|interceptors?|register\w*)$/iu;

/** Whether a function is handed to what registers it where it is written. */
export function isRegistered(node: SyntaxNode): boolean {
  const { functions, blocks, decorated } = node.tree.profile;
  for (let outer = node.parent; outer !== undefined; outer = outer.parent) {
    if (functions.includes(outer.kind) || blocks.includes(outer.kind)) return false;
    if (REGISTERS.test(callParts(outer)?.callee ?? '')) return true;
    if (decorated.some(({ kind }) => kind === outer?.kind)) return outer.namedChildren.some(isRegistering);
  }
  return false;
}

function isRegistering({ text }: SyntaxNode): boolean {
  return text.startsWith('@') && REGISTERS.test(text.replace(/\(.*/su, ''));
}
