import { test, expect, describe } from 'vitest';
import { app } from '../../src/app.js';

describe('CORS', () => {
  test('does not reflect foreign origins', async () => {
    const res = await app.inject({ url: '/', headers: { origin: 'https://evil.example' } });
    expect(res.headers['access-control-allow-origin']).toBeUndefined();
  });
  test('allows our own origin', async () => {
    const res = await app.inject({ url: '/', headers: { origin: 'https://app.example' } });
    expect(res.headers['access-control-allow-origin']).toBe('https://app.example');
  });
  test('never allows credentials with a wildcard', async () => {
    const res = await app.inject({ url: '/public' });
    expect(res.headers['access-control-allow-credentials']).toBeUndefined();
  });
});
