import { describe, expect, it } from 'vitest';
import { addressMistake, isPrivateAddress, isPublicLink } from './web-address.ts';

describe('when an address is read', () => {
  it.each([
    'https://hooks.slack.com/services/T0/B0/x',
    'https://prod-1.westus.logic.azure.com:443/workflows/a/triggers/manual/paths/invoke?api-version=1&sig=a%2Fb',
    'https://93.184.215.14/x',
    'https://[2606:4700::1111]/x',
  ])('a public one is taken: %s', (address) => {
    expect(addressMistake(address, { toPrivate: false })).toBeUndefined();
  });

  it.each([
    ['http:', 'http://hooks.slack.com/x'],
    ['http: to a name that only begins like this machine', 'http://localhost.evil.example/x'],
    ['http: to a private network', 'http://10.0.0.1/x'],
    ['file:', 'file:///etc/passwd'],
    ['javascript:', 'javascript:alert(1)'],
    ['data:', 'data:text/plain,x'],
    ['no scheme', 'hooks.slack.com/x'],
    ['a user and a password', 'https://user:pass@hooks.slack.com/x'],
    ['a user', 'https://user@hooks.slack.com/x'],
    ['a user after one slash, which a browser takes for two', 'https:/user@hooks.slack.com/x'],
    ['one slash', 'https:/hooks.slack.com/x'],
    ['an empty user', 'https://@hooks.slack.com/x'],
    ['a host that only looks like one', 'https://hooks.slack.com@evil.example/x'],
    ['a backslash, which one reader takes for a slash', 'https://hooks.slack.com\\@evil.example/x'],
    ['a line end', 'https://hooks.slack.com/x\r\nHost: evil.example'],
    ['a tab, which a browser strips', 'https://hooks.sl\tack.com/x'],
    ['a blank', 'https://hooks.slack.com/x y'],
    ['a NUL', 'https://hooks.slack.com/x\0'],
    ['a letter that looks like another', 'https://hooks.sl\u0430ck.com/x'],
    ['a fragment', 'https://hooks.slack.com/x#y'],
    ['nothing', ''],
  ])('%s is refused even where private ones are meant, and not repeated', (_, address) => {
    const mistake = addressMistake(address, { toPrivate: true });
    expect(mistake).toEqual(expect.any(String));
    if (address !== '') expect(mistake).not.toContain(address);
  });

  it.each([
    'https://127.0.0.1/x',
    'http://127.0.0.1:8080/x',
    'http://[::1]/x',
    'http://localhost:8080/x',
    'https://10.1.2.3/x',
    'https://172.31.255.255/x',
    'https://192.168.0.1/x',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/x',
    'https://0.0.0.0/x',
    'https://[fd00::1]/x',
    'https://[fe80::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://0177.0.0.1/x',
    'https://intranet/x',
    'https://printer.local/x',
    'https://metadata.google.internal/x',
    'https://localhost./x',
  ])('one of this machine or a private network is taken only where that is said: %s', (address) => {
    expect(addressMistake(address, { toPrivate: false })).toMatch(/private/u);
    expect(addressMistake(address, { toPrivate: true })).toBeUndefined();
  });
});

describe('isPrivateAddress', () => {
  it.each([
    ['8.8.8.8', false],
    ['172.32.0.1', false],
    ['2606:4700::1111', false],
    ['172.16.0.1', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['::', true],
    ['::ffff:10.0.0.1', true],
    ['64:ff9b::a00:1', true],
    ['fc00::1', true],
  ])('%s: %s', (ip, answer) => {
    expect(isPrivateAddress(ip)).toBe(answer);
  });
});

describe('isPublicLink', () => {
  it.each([
    ['https://pawl.acme.example/case/1a2b3c4d?tab=1&x=%20', true],
    ['http://pawl.acme.example/', false],
    ['https://pawl.acme.example/|click', false],
    ['https://pawl.acme.example/>x', false],
    ['https://pawl.acme.example/)x', false],
    ['https://pawl.acme.example/\nx', false],
    ['https://127.0.0.1/', false],
    [`https://pawl.acme.example/${'x'.repeat(500)}`, false],
  ])('%s: %s', (link, answer) => {
    expect(isPublicLink(link)).toBe(answer);
  });
});
