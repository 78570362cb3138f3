import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function saveAvatar(req, res) {
  const { name, data } = req.body;
  await writeFile(join('avatars', name), Buffer.from(data, 'base64'));
  if (!/^\w+\.png$/.test(name)) throw new Error('bad name');
  res.sendStatus(204);
}
