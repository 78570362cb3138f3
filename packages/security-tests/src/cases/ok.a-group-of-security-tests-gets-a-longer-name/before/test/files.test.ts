import { describe, expect, it } from 'vitest';
import { fetchFile } from './client';

describe('Static files', () => {
  describe('Security tests', () => {
    it('Should prevent path traversal with double dots', async () => {
      const response = await fetchFile('/static/../secret.txt');
      expect(response.status).toBe(404);
    });
  });
});
