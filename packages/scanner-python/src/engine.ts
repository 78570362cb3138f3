import type { Diagnostic, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { RUFF_OPTIONS } from './tools.ts';

export interface Engine {
  /** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. Throws where Ruff gives up. */
  readonly check: (text: string) => readonly Diagnostic[];
}

/** Loads Ruff: ten megabytes of WebAssembly, and so only when there is something to scan. */
export async function loadEngine(): Promise<Engine> {
  const { default: ruff } = await import('@astral-sh/ruff-wasm-nodejs');
  const workspace: Workspace = new ruff.Workspace(RUFF_OPTIONS, ruff.PositionEncoding.Utf16);
  return { check: (text) => workspace.check(text) as readonly Diagnostic[] };
}
