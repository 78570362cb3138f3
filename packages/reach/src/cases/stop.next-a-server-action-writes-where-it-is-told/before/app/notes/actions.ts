'use server';

import { writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';

export async function saveNote(form: FormData) {
  await writeFile(`notes/${randomUUID()}.md`, String(form.get('text')));
}
