import { expect, it } from 'vitest';
import { isSameRemote } from './is-same-remote.ts';

const url = 'https://github.com/acme/shop';

it.each([
  'https://github.com/acme/shop',
  'https://github.com/Acme/Shop.git',
  'https://x-access-token:secret@github.com/acme/shop/',
  'git@github.com:acme/shop.git',
  'ssh://git@github.com:22/acme/shop',
  '/srv/git/shop.git',
  'file:///srv/git/shop.git',
  '../shop',
  'C:\\git\\shop',
])('when an address is %s › it is the repository, or lies on this machine', (address) => {
  expect(isSameRemote(address, url)).toBe(true);
});

it.each([
  'https://github.com/mallory/shop',
  'https://github.com.example/acme/shop',
  'https://github.com@evil.example/acme/shop',
  'https://evil.example/github.com/acme/shop',
  'git@evil.example:acme/shop',
  'github.com:acme/shop',
  'ext::sh -c evil',
  'acme/shop',
])('when an address is %s › it is somebody else’s', (address) => {
  expect(isSameRemote(address, url)).toBe(false);
});
