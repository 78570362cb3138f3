import { execFile } from 'node:child_process';

export async function byName(db: Database, name: string, table: string) {
  execFile('git', ['log', '--', name]);
  await db.query('SELECT * FROM users WHERE name = ?', [name]);
  await db.query(`ALTER TABLE ${table} ADD COLUMN age int`);
  return /a+b/.exec(name);
}
