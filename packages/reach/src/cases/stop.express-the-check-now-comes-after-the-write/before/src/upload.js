import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function saveAvatar(req, res) {
  const { name, data } = req.body;
  if (!/^\w+\.png$/.test(name)) throw new Error('bad name');
  await writeFile(join('avatars', name), Buffer.from(data, 'base64'));
  res.sendStatus(204);
}
