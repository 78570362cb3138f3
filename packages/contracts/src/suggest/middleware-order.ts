import { argumentsOf, findKind } from '../ast/nodes.ts';
import { guardNames } from './script-routes.ts';
import { rankOf } from './security-names.ts';
import { idOf, type Parsed, type Suggestion } from './suggestion.ts';

/** The security middleware of an application: that it stays, and where there is more than one, its order. */
export function suggestForMiddleware(files: readonly Parsed[]): readonly Suggestion[] {
  return files.flatMap(({ file, language, root }) => {
    if (language === 'python') return [];
    const used = findKind(root, 'call_expression').flatMap((node) => {
      const callee = node.field('function')?.text() ?? '';
      const given = argumentsOf(node);
      const [only] = given;
      if (!/^(?:app|server|fastify)\.use$/u.test(callee) || given.length !== 1 || only === undefined) return [];
      return guardNames(only, false).map((name) => `${callee}(${name})`);
    });
    const wanted = used.filter((name) => (rankOf(name.replace(/^[\w.]+\(|\)$/gu, '')) ?? 9) <= 4);
    const patterns = [...new Set(wanted)];
    if (patterns.length === 0 || patterns.length !== wanted.length) return [];
    return [suggestion(file, patterns)];
  });
}

function suggestion(file: string, patterns: readonly string[]): Suggestion {
  const shown = patterns.map((pattern) => pattern.replaceAll('$$$', ''));
  const isOrder = patterns.length > 1;
  return {
    id: idOf(file.replace(/\.\w+$/u, ''), 'middleware'),
    evidence: isOrder ? `\`${file}\` uses ${shown.join(', then ')}` : `\`${file}\` uses ${shown[0] ?? ''}`,
    held: patterns.length,
    of: patterns.length,
    proposed: true,
    rank: 2,
    contract: {
      why: `The security middleware of ${file} stays${isOrder ? ', in this order' : ''}.`,
      files: file,
      mustStay: isOrder ? { order: patterns } : { exists: patterns },
    },
  };
}
