import { expect, it } from 'vitest';
import { workflowCommand } from './workflow-command.ts';

it('when something is annotated › it is one line for the runner', () => {
  const command = workflowCommand({ level: 'error', title: 'Pawl', file: 'src/app.js', line: 3, text: 'lost guard' });
  expect(command).toBe('::error file=src/app.js,line=3,title=Pawl::lost guard\n');
});

it('when a text has lines › they stay in it', () => {
  expect(workflowCommand({ level: 'notice', title: 'Pawl', text: 'one\ntwo 100%' })).toBe(
    '::notice title=Pawl::one%0Atwo 100%25\n',
  );
});

it.each([
  ['a,line=1::x', 'a%2Cline=1%3A%3Ax'],
  ['a\n::set-env name=A::b', 'a\\n%3A%3Aset-env name=A%3A%3Ab'],
  ['a%0A::b', 'a%250A%3A%3Ab'],
  ['a\u202eb', 'a\\u{202e}b'],
])('O08 when a file is called %j › it cannot leave its place', (file, written) => {
  expect(workflowCommand({ level: 'error', title: 'Pawl', file, text: '' })).toBe(
    `::error file=${written},title=Pawl::\n`,
  );
});
