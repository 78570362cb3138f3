import type { Question, Workshop } from '../question.ts';
import { compare } from '../read-change.ts';
import { openTree } from '../tree.ts';
import { treeOf } from '../trees-of.ts';
import { filesOfTree } from './files-of-tree.ts';
import { findFacts } from './find-facts.ts';
import type { Examined } from './make-part.ts';
import { pathsOfChange } from './paths-of-change.ts';
import type { scanChanged, ScannedProject } from './scan-changed.ts';

export interface ExaminedProject {
  readonly isIn: (path: string) => boolean;
  /** The text of the contracts that decide. */
  readonly contracts: string | undefined;
}

/** What the scanners say of the changed files of a project, and what is asked of every file of it. The repository lists these alone. */
export async function examineQuestion(
  question: Question,
  workshop: Workshop,
  project: ExaminedProject,
): Promise<Omit<Examined, 'inputs'>> {
  const { repository } = workshop;
  const { config, baseTree, head } = question;
  const changes = await compare(repository, baseTree, head, config);
  const judged = new Set(changes.flatMap(pathsOfChange));
  const trees = [await treeOf('base', workshop, question), await treeOf('head', workshop, question)];
  const findFiles = async (): Promise<Examined['files']> => {
    const files = [];
    for (const tree of trees) {
      await findFacts(await openTree(repository, tree, config, judged), { ...workshop, config, ...project });
      files.push(...(await filesOfTree(repository, tree)));
    }
    return files;
  };
  // The scanners have threads and processes of their own, and load while the facts are found.
  const [found, files] = await Promise.all([scanned(changes, question, workshop, project), findFiles()]);
  return { files, ...found };
}

/** Most projects have not changed, and then no scanner is loaded. */
async function scanned(...asked: Parameters<typeof scanChanged>): Promise<ScannedProject> {
  const [changes, , , { isIn }] = asked;
  if (!changes.some((change) => pathsOfChange(change).some(isIn))) return { notExamined: [], isComplete: true };
  return (await import('./scan-changed.ts')).scanChanged(...asked);
}
