'use server';

import { writeFile } from 'node:fs/promises';

export async function saveNote(form: FormData) {
  await writeFile(`notes/${form.get('title')}.md`, String(form.get('text')));
}
