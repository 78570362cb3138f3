import { checkAccess } from './access.js';

export function open(user, doc) {
  return store.read(doc.id);
}

export function handle(request) {
  const { user } = request;
  const doc = store.find(request.id);
  checkAccess(user, doc);
  return open(user, doc);
}
