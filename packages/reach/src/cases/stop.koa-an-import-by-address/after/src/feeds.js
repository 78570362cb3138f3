import { importFeed, listFeeds } from './importer.js';

export async function index(context) {
  context.body = await listFeeds();
}

export async function create(context) {
  const { source } = context.request.body;
  context.body = await importFeed(source);
}
