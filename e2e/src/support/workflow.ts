import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { WORKSPACE } from './workspace.ts';

/** A workflow in the language of GitHub Actions, as far as the specs look at it. */
export interface Workflow {
  readonly name?: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly name?: string;
  readonly needs?: string;
  readonly if?: string;
  readonly permissions?: Permissions;
  readonly 'timeout-minutes'?: number;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  /** The workflow that it calls. */
  readonly uses?: string;
  readonly secrets?: unknown;
}

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

type Permissions = Readonly<Record<string, string>>;

/** Of what is copied into a repository. */
export async function templateText(path: string): Promise<string> {
  return readFile(join(WORKSPACE, 'templates', path), 'utf8');
}

export async function template<Data = Workflow>(path: string): Promise<Data> {
  return parse(await templateText(path)) as Data;
}
