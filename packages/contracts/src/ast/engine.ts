import type { Node } from './node.ts';
import { createRequire } from 'node:module';
import { ContractError } from '../contracts-error.ts';
import type { ContractLanguage } from '../contract.ts';

/** As much of the engine as is used. */
interface Engine {
  parse(language: string, text: string): { root(): Node };
  registerDynamicLanguage(languages: Readonly<Record<string, object>>): void;
}

interface DynamicLanguage {
  readonly libraryPath: string;
  readonly extensions: readonly string[];
  readonly languageSymbol: string;
  readonly expandoChar: string;
}

const require: NodeJS.Require = createRequire(import.meta.url);

const NAMES: Readonly<Record<ContractLanguage, string>> = {
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  tsx: 'Tsx',
  python: 'python',
};

let engine: Engine | undefined;
let hasPython = false;

/**
 * Parses a text. The engine is loaded by the first call, because most runs have no contract that speaks of a changed file. It tolerates
 * errors: look for nodes of the kind `ERROR`.
 */
export function parseCode(text: string, language: ContractLanguage): Node {
  return engineFor(language).parse(NAMES[language], text).root();
}

function engineFor(language: ContractLanguage): Engine {
  try {
    engine ??= require('@ast-grep/napi') as Engine;
    if (language === 'python' && !hasPython) {
      const { libraryPath, extensions, languageSymbol, expandoChar } =
        require('@ast-grep/lang-python') as DynamicLanguage;
      engine.registerDynamicLanguage({ python: { libraryPath, extensions, languageSymbol, expandoChar } });
      hasPython = true;
    }
    return engine;
  } catch (cause) {
    throw new ContractError(
      'no-engine',
      `Contracts cannot be judged here: the pattern engine for ${language} does not load on ${process.platform} ${process.arch}.`,
      'npm install --force @ast-grep/napi @ast-grep/lang-python',
      [],
      cause,
    );
  }
}
