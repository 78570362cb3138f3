import { listFeeds } from './importer.js';

export async function index(context) {
  context.body = await listFeeds();
}
