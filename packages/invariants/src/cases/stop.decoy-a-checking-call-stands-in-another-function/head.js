import { checkAccess } from './access.js';

export function open(user, doc) {
  return store.read(doc.id);
}

export function rename(user, doc, name) {
  checkAccess(user, doc);
  return store.rename(doc.id, name);
}
