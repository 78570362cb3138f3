import { execFile } from 'node:child_process';

export function convert(req: Request): void {
  const { name } = req.query;
  execFile('convert', [name]);
}
