import type { NextApiRequest, NextApiResponse } from 'next';
import { execSync } from 'child_process';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  execSync(`convert in.png -resize ${req.query.width} out.png`);
  res.status(204).end();
}
