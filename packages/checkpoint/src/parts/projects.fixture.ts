import { createHash } from 'node:crypto';
import { canonicalJson } from '@pawl/baseline';
import type { Checked } from '../check.ts';
import { type Scratch, scratch } from '../scratch.fixture.ts';
import { type MadePart, makePart, type PartRequest } from './make-part.ts';
import type { PartsGiven } from './parts-given.ts';
import type { ProjectFiles } from './project-files.ts';

export const PROJECTS: readonly ProjectFiles[] = [
  { project: 'app', root: 'app', nested: [] },
  { project: 'lib', root: 'lib', nested: [] },
];

export interface Projects extends Scratch {
  make(project: ProjectFiles, request?: Partial<PartRequest>): Promise<MadePart>;
  makeAll(projects?: readonly ProjectFiles[], request?: Partial<PartRequest>): Promise<PartsGiven>;
}

/** A repository of several projects, each of which can have its part. */
export function projects(): Projects {
  const base = scratch();
  const make: Projects['make'] = (project, request) => makePart({ ...ASKED, ...project, ...request }, base.context);
  return {
    ...base,
    make,
    makeAll: async (all = PROJECTS, request) => {
      const parts: PartsGiven['parts'][number][] = [];
      for (const project of all) parts.push({ ...project, text: (await make(project, request)).text });
      return { parts, runKey: undefined, verifier: false };
    },
  };
}

const ASKED: Omit<PartRequest, keyof ProjectFiles> = {
  directory: undefined,
  target: undefined,
  head: undefined,
  whole: false,
  cache: false,
  runKey: undefined,
};

/** The verdict as it is printed, without what a clock said. */
export function verdictText({ verdict }: Pick<Checked, 'verdict'>): string {
  return JSON.stringify({ ...verdict, timings: {} }, undefined, 2);
}

/** A part as somebody leaves it who changes what it says and computes the right digest, but has no key. */
export function forged(text: string, change: (content: string) => string): string {
  const { signature, ...content } = JSON.parse(text) as Record<string, unknown>;
  delete content['digest'];
  const changed = JSON.parse(change(JSON.stringify(content))) as object;
  const digest = createHash('sha256').update(canonicalJson(changed)).digest('hex');
  return `${canonicalJson({ ...changed, digest, signature })}\n`;
}
