export type ProjectLanguage = 'js' | 'ts' | 'py';

export interface WorkspaceShape {
  readonly projects: number;
  /** In each project, its manifest and its index among them; at least 3. */
  readonly files: number;
  /** Of each project, as its configuration has them. */
  readonly targets?: Readonly<Record<string, object>>;
}

export interface WorkspaceProject {
  /** As Nx names it. */
  readonly name: string;
  /** From the top level. */
  readonly root: string;
  readonly language: ProjectLanguage;
  /** The projects whose code this one imports, by name. */
  readonly needs: readonly string[];
  /** From the top level; each but the first imports nothing from another project. */
  readonly modules: readonly string[];
}

/** JavaScript, TypeScript and Python in turn. In each language project `k` needs project `(k - 1) / 2`, so the last ones are needed by none. */
export function projectsOf(shape: WorkspaceShape): readonly WorkspaceProject[];

/** All files of a workspace by path: the same on every machine. */
export function workspaceFiles(shape: WorkspaceShape): Readonly<Record<string, string>>;
