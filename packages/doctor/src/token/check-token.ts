import { type Found, note, unknown } from '../check-up.ts';
import type { ForgeAnswers, TokenFacts } from './answers.ts';
import { checkGithub } from './check-github.ts';
import { checkGitlab } from './check-gitlab.ts';

/** Whether whoever works with a token could turn the protection off (C09), and whether there is any (C10). */
export function checkToken({ asked, target }: TokenFacts): readonly Found[] {
  switch (asked.kind) {
    case 'none':
      return [
        note('token-rights', 'there is no forge to ask; on a server of your own, run doctor in the bare repository'),
      ];
    case 'foreign':
      return [
        unknown(
          'token-rights',
          `${asked.host} is no forge that Pawl knows, so what a token may do there cannot be told`,
          `npx pawl doctor --token-env NAME --forge-api https://${asked.host}/api/v3 (GitHub Enterprise), or /api/v4 (GitLab)`,
        ),
      ];
    case 'not-asked':
      return [
        unknown(
          'token-rights',
          'what the token of the agent may do is not known: none was given',
          howToAsk(asked.forge, asked.project),
        ),
      ];
    case 'failed':
      return [unknown('token-rights', asked.why, asked.next ?? 'try again with another token')];
    case 'answered':
      return checkAnswers(asked.answers, asked.project, target);
  }
}

function checkAnswers(answers: ForgeAnswers, project: string, target: string): readonly Found[] {
  return answers.forge === 'github' ? checkGithub(answers, project, target) : checkGitlab(answers, target);
}

function howToAsk(forge: 'github' | 'gitlab', project: string): string {
  const byToken = 'put the agent’s token into a variable: npx pawl doctor --token-env NAME';
  return forge === 'gitlab' ? byToken : `${byToken}; or gh api repos/${project} > FILE, and --gh-output FILE`;
}
