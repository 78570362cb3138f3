import type { Rule } from 'eslint';
import { analyse } from 'scslre';

/**
 * Reports regular expressions for which an input exists that makes them take exponential time. It is proved from the
 * automaton, not guessed from the nesting of stars, so that a harmless `(?:a|b)*` stays unmentioned.
 */
export const superLinear: Rule.RuleModule = {
  create: (context) => {
    const check = (node: Rule.Node, source: string, flags: string): void => {
      if (isExponential(source, flags)) context.report({ node, message: 'exponential' });
    };
    return {
      Literal: (node) => {
        if ('regex' in node) check(node, node.regex.pattern, node.regex.flags);
      },
      ':matches(CallExpression,NewExpression)[callee.name="RegExp"]': (node: Rule.Node) => {
        if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
        const [source, flags] = node.arguments;
        if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
        check(node, source.value, flags?.type === 'Literal' ? String(flags.value) : '');
      },
    };
  },
};

function isExponential(source: string, flags: string): boolean {
  try {
    return analyse({ source, flags }, { reportTypes: { Move: false } }).reports.some(({ exponential }) => exponential);
  } catch (error) {
    // What JavaScript itself refuses as a regular expression never runs.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
