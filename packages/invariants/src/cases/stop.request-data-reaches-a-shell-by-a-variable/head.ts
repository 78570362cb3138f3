import { exec } from 'node:child_process';

export function convert(req: Request): void {
  const { name } = req.query;
  exec(`convert ${name}`);
}
