import type { NextApiRequest, NextApiResponse } from 'next';
import { resize } from '../../lib/images';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  await resize(Number(req.query.width));
  res.status(204).end();
}
