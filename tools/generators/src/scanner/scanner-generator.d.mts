import type { Tree } from '@nx/devkit';

export interface ScannerOptions {
  /** The tool, as it is called on the command line and in the configuration. */
  readonly name: string;
  /** Without the dot. `js`, unless given. */
  readonly extension?: string;
}

/** Makes `packages/scanner-<name>`, and gives what says the rest to the person who called it. */
export function scannerGenerator(tree: Tree, options: ScannerOptions): () => void;
