import { createCipheriv, createHash, generateKeyPairSync, pbkdf2Sync } from 'node:crypto';

export function digest(password: string): string {
  return createHash('md5').update(password).digest('hex');
}

export function seal(key: Buffer, text: string): Buffer {
  return createCipheriv('aes-256-ecb', key, null).update(text);
}

export const keys = generateKeyPairSync('rsa', { modulusLength: 1024 });
export const sessionToken = String(Math.random());
export const derived = pbkdf2Sync('x', 'y', 1000, 32, 'sha256');
