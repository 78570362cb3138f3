import { expect, it } from 'vitest';
import { monorepo } from './support/monorepo.ts';
import { describeWithScanners } from './support/real-scanners.ts';
import { expectEscalated, expectStopped, judge, sharedScannedProject } from './support/scanned-project.ts';

const FILES = await monorepo();
const textIn = (path: string): string => String(FILES[path]);

/** A change to one place of a file, which must be there. */
function edited(
  path: string,
  ...edits: readonly (readonly [from: string, to: string])[]
): Readonly<Record<string, string>> {
  const text = edits.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`${path} has no ${from}`);
    return before.replace(from, () => to);
  }, textIn(path));
  return { [path]: text };
}

const receipts = 'orders/orders/receipts.py';
const uploads = 'orders/orders/uploads.py';
const attachments = 'notes/src/attachments.js';
const server = 'notes/src/server.js';

describeWithScanners('when a way from input to harm is split', () => {
  const shared = sharedScannedProject(FILES);

  it('E05 the half that does the harm is found on its own, whoever calls it', async () => {
    const judged = await judge(shared(), {
      'notes/src/run.js':
        "import { execSync } from 'node:child_process';\n\nexport const run = (line) => execSync(line);\n",
      ...edited(
        'notes/src/routes/notes.js',
        ['import { noteFrom }', "import { run } from '../run.js';\nimport { noteFrom }"],
        ['const page =', 'run(request.query.line);\n  const page ='],
      ),
    });
    expectStopped(judged);
    expect(judged.found('semgrep')).toEqual(['notes/src/run.js:3 node-shell high']);
  });

  it('E05 it is found before anything reaches it, too', async () => {
    const judged = await judge(shared(), {
      'orders/orders/run.py': 'import os\n\n\ndef run(line):\n    os.system(line)\n',
    });
    expectStopped(judged);
    expect(judged.found('bandit')).toEqual(['orders/orders/run.py:5 B605 high']);
  });
});

describeWithScanners('when a defence is there in name only', () => {
  const shared = sharedScannedProject(FILES);
  const importOfEscape = ['from html import escape\n', ''] as const;
  const defined = (body: string) =>
    ['\n\ndef seal', `\n\ndef escape(text: str) -> str:\n    ${body}\n\n\ndef seal`] as const;

  it.each([
    [
      'it hands back what it is given',
      edited(receipts, importOfEscape, defined('return text')),
      `${receipts}:7 hollow-defence`,
    ],
    ['it hides the real one', edited(receipts, defined('return str(text)')), `${receipts}:8 hollow-defence`],
    [
      'it does less than the real one',
      edited(receipts, importOfEscape, defined('return text.replace("<", "")')),
      `${receipts}:7 replaced-defence`,
    ],
    [
      'another function has its name',
      edited(server, [
        "import { authenticated } from './auth.js'",
        "import { logRequests as authenticated } from './log.js'",
      ]),
      `${server}:2 hollow-defence`,
    ],
    [
      'it lets everybody pass',
      edited(
        server,
        ["import { authenticated } from './auth.js';\n", ''],
        ['export const app', 'const authenticated = (request, response, next) => next();\n\nexport const app'],
      ),
      `${server}:7 hollow-defence`,
    ],
    [
      'a value is only called safe',
      {
        'notes/src/html.ts':
          'export interface SafeHtml { readonly safe: string }\nexport const html = (text: string) => text as unknown as SafeHtml;\n',
      },
      'notes/src/html.ts:2 claimed-safe',
    ],
  ])('E06 a person reads it: %s', async (_, change, found) => {
    const judged = await judge(shared(), change);
    expectEscalated(judged);
    expect(judged.found('invariants')).toEqual([`${found} medium`]);
  });

  it.each([
    [
      'a pattern that lets everything through',
      edited('notes/src/routes/users.js', ['/^[a-z][a-z0-9-]{2,30}$/', '/.*/']),
    ],
    [
      '“or true”',
      edited(uploads, ['not path.is_relative_to(root.resolve())', 'not (path.is_relative_to(root.resolve()) or True)']),
    ],
    [
      '“|| true”',
      edited(attachments, [
        '!file.startsWith(settings.attachments + path.sep)',
        '!(file.startsWith(settings.attachments + path.sep) || true)',
      ]),
    ],
    [
      '“false &&”',
      edited('notes/src/auth.js', ['owner === undefined) return', 'false && owner === undefined) return']),
    ],
    ['off but for an environment', edited(attachments, ['if (!file', "if (process.env.STRICT === '1' && !file"])],
    [
      'off but for an environment, in Python',
      edited(
        uploads,
        ['if not path.is', 'if os.environ.get("STRICT") and not path.is'],
        ['from pathlib', 'import os\nfrom pathlib'],
      ),
    ],
    [
      'after the use',
      edited(
        attachments,
        ['  if (!file', '  const content = await readFile(file);\n  if (!file'],
        ['return readFile(file);', 'return content;'],
      ),
    ],
    [
      'after the use, in Python',
      edited(
        uploads,
        ['    if len(content) > LIMIT:\n        raise ValueError("the file is too large")\n', ''],
        [
          '    path.write_bytes(content)\n',
          '    path.write_bytes(content)\n    if len(content) > LIMIT:\n        raise ValueError("the file is too large")\n',
        ],
      ),
    ],
    ['one more that is allowed', edited(uploads, ['{".csv", ".json"}', '{".csv", ".json", ""}'])],
  ])('E07 a check that still stands and no longer refuses is a regression: %s', async (_, change) => {
    const judged = await judge(shared(), change);
    expectStopped(judged);
    const [file] = Object.keys(change);
    expect(judged.reasons).toContainEqual(
      expect.objectContaining({ kind: expect.stringMatching(/^(?:lost|weakened)-defence$/u), file }),
    );
  });
});
