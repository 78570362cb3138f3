import type { Request, Response } from 'express';

export async function exportFile(req: Request, res: Response) {
  res.json({ ok: true });
}
