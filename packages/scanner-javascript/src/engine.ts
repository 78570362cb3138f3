import type { Linter } from 'eslint';
import type { Language } from './language.ts';
import { RULES } from './rules.ts';

export interface Engine {
  readonly lint: (text: string, grammar: Language['grammar'], goal: Language['goals'][number]) => Linted;
}

export interface Linted {
  readonly messages: readonly Linter.LintMessage[];
  /** `null` where the text could not be parsed. */
  readonly sourceCode: ReturnType<Linter['getSourceCode']> | null;
}

/** ESLint knows the name of the file only through this, so that no name can be ignored, excluded or matched by a rule. */
const NAMES = { javascript: 'input.js', typescript: 'input.ts', tsx: 'input.tsx' } as const;

type Plugin = NonNullable<Linter.Config['plugins']>[string];

/** Loads ESLint, its plugin and, where it is needed, TypeScript's parser. */
export async function loadEngine({ typescript }: { readonly typescript: boolean }): Promise<Engine> {
  const { Linter } = await import('eslint/universal');
  // @ts-expect-error The plugin comes without types.
  const { default: security } = (await import('eslint-plugin-security')) as { readonly default: Plugin };
  const { superLinear } = await import('./super-linear.ts');
  const plugins = { security, pawl: { rules: { 'super-linear': superLinear } } };
  const parser = typescript ? ((await import('@typescript-eslint/parser')) as unknown as Linter.Parser) : undefined;
  return {
    lint: (text, grammar, goal) => {
      // A fresh one each time: in what state an interrupted one is, nobody can say.
      const linter = new Linter({ configType: 'flat' });
      const config = configFor(plugins, goal, grammar === 'javascript' ? undefined : parser);
      const messages = linter.verify(text, config, {
        filename: NAMES[grammar],
        allowInlineConfig: false,
        reportUnusedDisableDirectives: false,
      });
      return { messages, sourceCode: linter.getSourceCode() as Linted['sourceCode'] };
    },
  };
}

function configFor(
  plugins: Readonly<Record<string, Plugin>>,
  sourceType: 'module' | 'commonjs',
  parser: Linter.Parser | undefined,
): Linter.Config[] {
  const globals = Object.fromEntries(GLOBALS.map((name) => [name, 'readonly'] as const));
  const grammar = {
    ecmaVersion: 'latest',
    sourceType,
    globals,
    parserOptions: { ecmaFeatures: { jsx: true } },
  } as const;
  return [
    {
      files: ['input.*'],
      plugins,
      languageOptions: parser === undefined ? grammar : { ...grammar, parser },
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
      rules: ruleEntries(),
    },
  ];
}

/** The names under which no-eval and no-implied-eval look for the global object and the timers. */
const GLOBALS = ['window', 'global', 'globalThis', 'self', 'setTimeout', 'setInterval', 'setImmediate', 'execScript'];

/** All selectors are one rule of ESLint; the message that it repeats carries the id of ours. */
function ruleEntries(): NonNullable<Linter.Config['rules']> {
  const selectors = RULES.flatMap(({ id, how }) =>
    'selector' in how ? [{ selector: how.selector, message: id }] : [],
  );
  const named = RULES.flatMap(({ how }) => ('rule' in how ? [[how.rule, 'error'] as const] : []));
  return { ...Object.fromEntries(named), 'no-restricted-syntax': ['error', ...selectors] };
}
