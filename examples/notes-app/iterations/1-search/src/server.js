import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readAttachment } from './attachments.js';
import { HttpError } from './http-error.js';
import { createNotes } from './notes.js';
import { notePage } from './page.js';

export function createApp({ root = join(process.cwd(), 'attachments') } = {}) {
  const notes = createNotes();

  async function route(request, user) {
    const url = new URL(request.url, 'http://localhost');
    const [, section, ...rest] = url.pathname.split('/');
    if (section === 'notes' && request.method === 'POST') return json(201, notes.add(user, await body(request)));
    if (section === 'notes' && rest[0]) return html(notePage(notes.get(user, rest[0])));
    if (section === 'notes') return json(200, notes.list(user, url.searchParams.get('q') ?? ''));
    if (section === 'attachments')
      return { status: 200, content: await readAttachment(root, decodeURIComponent(rest.join('/'))) };
    throw new HttpError(404, 'no such page');
  }

  return createServer(async (request, response) => {
    try {
      const user = request.headers['x-user'];
      if (!user) throw new HttpError(401, 'who are you?');
      send(response, await route(request, user));
    } catch (error) {
      send(response, json(error instanceof HttpError ? error.status : 500, { error: error.message }));
    }
  });
}

const json = (status, value) => ({ status, type: 'application/json', content: JSON.stringify(value) });
const html = (content) => ({ status: 200, type: 'text/html', content });

function send(response, { status, type = 'application/octet-stream', content }) {
  response.writeHead(status, { 'content-type': type }).end(content);
}

async function body(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 20_000) throw new HttpError(413, 'too long');
  }
  return text;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  createApp().listen(3000, 'localhost');
}
