import { openRepository, type Repository } from '@pawl/git';

/** The outside world as a use case sees it; the driver fills it in, and tests fill it differently. */
export interface Context {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** A person could be reading: standard error is a terminal. */
  readonly terminal: boolean;
  /** Where the grammars lie; a bundle has them beside it. */
  readonly grammars?: URL;
  /** Told which scanner runs, for who waits. */
  readonly scanning?: (name: string) => void;
}

/** The repository of the current folder, or another one. Git's own variables count only for the current one. */
export function repositoryOf(context: Context, directory: string | undefined): Promise<Repository> {
  return openRepository(directory ?? context.cwd, { env: context.env, inheritGitEnvironment: directory === undefined });
}
