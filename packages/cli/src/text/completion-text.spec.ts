import { describeDocument } from '../testing/documents.ts';
import { describeOutput } from '../testing/shows.ts';
import { completionJson, completionText } from './completion-text.ts';

/** A script is the same whatever there is to complete: nothing of a repository is in it. */
describeOutput('completion', { empty: 'bash', typical: 'bash', failing: 'zsh', hostile: 'fish' } as const, (shell) =>
  completionText(shell),
);
describeDocument('completion', { bash: 'bash', zsh: 'zsh', fish: 'fish' } as const, completionJson);
