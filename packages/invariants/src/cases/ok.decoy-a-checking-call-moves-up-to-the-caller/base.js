import { checkAccess } from './access.js';

export function open(user, doc) {
  checkAccess(user, doc);
  return store.read(doc.id);
}

export function handle(request) {
  const doc = store.find(request.id);
  return open(request.user, doc);
}
