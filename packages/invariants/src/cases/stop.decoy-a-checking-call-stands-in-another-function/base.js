import { checkAccess } from './access.js';

export function open(user, doc) {
  checkAccess(user, doc);
  return store.read(doc.id);
}
