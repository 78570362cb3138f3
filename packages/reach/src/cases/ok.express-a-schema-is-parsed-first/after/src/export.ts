import type { Request, Response } from 'express';
import { readFile } from 'node:fs/promises';
import { exportSchema } from './schema.ts';

export async function exportFile(req: Request, res: Response) {
  const { file } = exportSchema.parse(req.query);
  res.send({ text: await readFile(`exports/${file}.txt`, 'utf8') });
}
