import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createApp } from '../src/server.js';

let app;
let address;
let root;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'notes-'));
  await writeFile(join(root, 'hello.txt'), 'hello');
  app = createApp({ root });
  await new Promise((done) => app.listen(0, 'localhost', done));
  address = `http://localhost:${app.address().port}`;
});

after(async () => {
  app.close();
  await rm(root, { recursive: true });
});

const as = (user, path, options = {}) => fetch(address + path, { ...options, headers: { 'x-user': user } });

test('a note can be written and read back', async () => {
  const made = await as('ada', '/notes', { method: 'POST', body: 'buy milk' });
  assert.equal(made.status, 201);
  const page = await as('ada', `/notes/${(await made.json()).id}`);
  assert.match(await page.text(), /buy milk/);
});

test('notes are listed', async () => {
  const notes = await (await as('ada', '/notes')).json();
  assert.ok(notes.length > 0);
});

test('an attachment is served', async () => {
  const file = await as('ada', '/attachments/hello.txt');
  assert.equal(await file.text(), 'hello');
});

test('a missing attachment is 404', async () => {
  assert.equal((await as('ada', '/attachments/none.txt')).status, 404);
});
