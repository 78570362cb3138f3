import { PawlError } from '@pawl/errors';
import { errorJson, errorText } from '@pawl/report';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';

const STATES: Readonly<Record<'empty' | 'typical' | 'failing' | 'hostile', PawlError<string>>> = {
  empty: new PawlError('no-work-tree', 'this is no repository'),
  typical: new PawlError('no-lock', 'there is no lock of main that counts here', { next: 'lock it: pawl lock' }),
  failing: new PawlError(
    'invalid',
    'pawl.config.jsonc cannot be used\n12:5 "tier" must be "fast" or "full", not "ful"; did you mean "full"?\n14:3 "exlude" is not known; did you mean "exclude"? What is excluded is not judged, so nothing is assumed of it',
    { next: 'mend it, then look again at what would be judged: pawl check --base main --head HEAD --audience human' },
  ),
  hostile: new PawlError(HOSTILE.ansi, `${HOSTILE_TEXT}\n${HOSTILE.github}\n${HOSTILE.longWord}`, {
    next: HOSTILE.githubLine,
  }),
};

describeOutput('error', STATES, (error, _, columns) => errorText(error, columns), {
  mayBeLonger: ['pawl check --base'],
});
describeDocument('error', { ...STATES, fault: new TypeError('x is undefined') }, errorJson);
