import { describe, expect, it } from 'vitest';
import type { MailChannel } from '../settings/settings.ts';
import { HARMLESS, HOSTILE_NAMES, NOTICE } from '../world.fixture.ts';
import { mailText } from './mail-text.ts';

const CHANNEL: MailChannel = {
  kind: 'mail',
  name: 'mail',
  from: 'pawl@acme.example',
  to: ['alice@acme.example', 'bob@acme.example'],
};

/** As a mail program reads it: headers unfolded, then everything after the first empty line. */
function read(text: string): { readonly headers: readonly (readonly string[])[]; readonly body: string } {
  const end = text.indexOf('\n\n');
  const lines = text
    .slice(0, end)
    .replace(/\n[ \t]+/gu, ' ')
    .split('\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
  return { headers, body: text.slice(end + 2) };
}

const HEADERS = [
  ['From', 'pawl@acme.example'],
  ['To', 'alice@acme.example, bob@acme.example'],
  ['Subject', 'Pawl: case 1a2b3c4d is waiting for you'],
  ['Date', 'Mon, 23 Nov 2026 11:59:00 +0000'],
  ['Message-ID', '<pawl.1a2b3c4d.mail@acme.example>'],
  ['MIME-Version', '1.0'],
  ['Auto-Submitted', 'auto-generated'],
];

describe('when a mail is written', () => {
  it('it is one part of plain text', () => {
    const { headers, body } = read(mailText(CHANNEL, { ...NOTICE, link: 'https://pawl.acme.example/case/1a2b3c4d' }));
    expect(headers).toEqual([...HEADERS, ['Content-Type', 'text/plain; charset=us-ascii']]);
    expect(body.split('\n')).toEqual([
      'Repository: acme/shop',
      'Loop: agent/login',
      'Case: 1a2b3c4d',
      'Outcome: stopped',
      'Time: 2026-11-23 11:59 UTC',
      'Next: pawl review 1a2b3c4d',
      'Link: https://pawl.acme.example/case/1a2b3c4d',
      '',
    ]);
  });

  it('what was sealed is attached, byte for byte', () => {
    const sealed = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
    const { headers, body } = read(mailText(CHANNEL, { ...NOTICE, sealed }));
    expect(headers.at(-1)).toEqual(['Content-Type', 'multipart/mixed; boundary="=_pawl_="']);
    const [before, text, attachment = '', after] = body.split(/^--=_pawl_=(?:--)?$/mu);
    expect([before, after]).toEqual(['', '\n']);
    expect(text).toContain('\nContent-Type: text/plain; charset=us-ascii\n\nRepository: acme/shop\n'.slice(1));
    const part = read(attachment.trimStart());
    expect(part.headers).toContainEqual(['Content-Disposition', 'attachment; filename="case-1a2b3c4d.age"']);
    expect(new Uint8Array(Buffer.from(part.body, 'base64'))).toEqual(sealed);
    expect(Math.max(...part.body.split('\n').map((line) => line.length))).toBe(76);
  });

  it('the same case gives the same mail, so that a second copy is known for one', () => {
    expect(mailText(CHANNEL, NOTICE)).toBe(mailText(CHANNEL, { ...NOTICE }));
  });

  it.each(HOSTILE_NAMES)('the name of a loop adds no header, no line and no HTML: %j', (loop) => {
    const { headers, body } = read(mailText(CHANNEL, { ...NOTICE, loop, repository: loop }));
    expect(headers.slice(0, -1)).toEqual(HEADERS);
    expect(body.split('\n')).toHaveLength(7);
    expect(body).toMatch(HARMLESS);
  });

  it.each([
    ['a sender', { from: 'a@acme.example\nBcc: all@evil.example' }],
    ['a recipient', { to: ['a@acme.example\r\nBcc: all@evil.example'] }],
    ['a name of the channel', { name: 'x>\nBcc: all@evil.example' }],
  ])('%s that no settings let through is not written either', (_, changed) => {
    expect(() => mailText({ ...CHANNEL, ...changed }, NOTICE)).toThrow(TypeError);
  });
});
