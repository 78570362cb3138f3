/** Why a scanner did not examine a file that it was owed. */
export type NotExaminedCode =
  | 'too-large'
  | 'not-utf8'
  | 'binary'
  | 'syntax-error'
  | 'too-deep'
  | 'timed-out'
  /** A tool says that the file is none of those that it is for. */
  | 'no-profile'
  /** Code in a language that nothing reads: no other tool or setting would change that. */
  | 'unread-language'
  /** Code that lies in another repository. */
  | 'submodule'
  /** A symbolic link in the place of code: scanners pass over it, and what it leads to is another file's content. */
  | 'link'
  | 'tool-failed'
  | 'not-a-file';

export interface Examined {
  readonly file: string;
  readonly blob: string;
  /** The scanner or invariant engine that read it to the end. */
  readonly by: string;
}

export interface NotExamined {
  readonly file: string;
  readonly blob: string;
  readonly by: string;
  readonly code: NotExaminedCode;
  /** One plain sentence for a person. */
  readonly why: string;
}

/** Which blob was examined by whom, and what was not and why. Silence is not health: what is in neither list was not owed. */
export interface Coverage {
  readonly examined: readonly Examined[];
  readonly notExamined: readonly NotExamined[];
}

export const NO_COVERAGE: Coverage = { examined: [], notExamined: [] };

export function joinCoverage(parts: readonly Coverage[]): Coverage {
  return {
    examined: parts.flatMap((part) => part.examined),
    notExamined: parts.flatMap((part) => part.notExamined),
  };
}
