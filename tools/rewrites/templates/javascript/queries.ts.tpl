import { execFile⟦safe-api-swapped#2: ⇒ , exec⟧ } from 'node:child_process';
import https from 'node:https';
import type { Pool } from 'pg';

interface ‹Noun› {
  readonly id: number;
  readonly title: string;
}

const COLUMNS = new Set(⟦allow-list-widened: ['id', 'title'] ⇒ ['id', 'title', 'password_hash']⟧);

export async function find‹Noun›(pool: Pool, id: string): Promise<‹Noun› | undefined> {
  const { rows } = await pool.query(⟦sql-concatenated: 'SELECT id, title FROM ‹noun›s WHERE id = $1', [id] ⇒ `SELECT id, title FROM ‹noun›s WHERE id = ${id}`⟧);
  return rows[0];
}

export async function sort‹Noun›s(pool: Pool, column: string): Promise<‹Noun›[]> {
  ⟦guard-removed: if (!COLUMNS.has(column)) {
    throw new RangeError(`cannot sort by ${column}`);
  }⟧
  const { rows } = await pool.query(`SELECT id, title FROM ‹noun›s ORDER BY ${column}`);
  return rows;
}

export async function rename‹Noun›(pool: Pool, id: number, title: string): Promise<void> {
  ⟦call-removed: assertTitle(title);⟧
  await pool.query(⟦sql-concatenated: 'UPDATE ‹noun›s SET title = $1 WHERE id = $2', [title, id] ⇒ "UPDATE ‹noun›s SET title = '" + title + "' WHERE id = " + id⟧);
}

function assertTitle(title: string): void {
  if (title.length === 0 ⟦disjunct-removed: || title.length > 120⟧ || /[<>]/.test(title)) throw new TypeError('bad title');
}

export function convert‹Noun›(file: string, done: (error: Error | null) => void): void {
  ⟦guard-removed: if (file.startsWith('-')) throw new Error('a file, not an option');⟧
  ⟦safe-api-swapped#2: execFile('convert', [file, `${file}.png`], done); ⇒ exec(`convert ${file} ${file}.png`, done);⟧
}

export function fetch‹Noun›(host: string, path: string, done: (body: string) => void): void {
  const agent = new https.Agent({ rejectUnauthorized: ⟦option-weakened: true ⇒ false⟧, minVersion: ⟦constant-weakened: 'TLSv1.2' ⇒ 'TLSv1'⟧ });
  https.get({ host, path, agent, timeout: ⟦limit-raised: 5000 ⇒ 0⟧ }, (response) => {
    let body = '';
    response.on('data', (chunk: Buffer) => {
      body += chunk.toString();
      ⟦guard-removed: if (body.length > ‹limit›) {
        response.destroy(new Error('the answer is too long'));
        return;
      }⟧
    });
    response.on('end', () => done(body));
  });
}
