import { NotFound } from './errors.js';

export function openShare(token, shares) {
  const share = shares.get(token);
  if (!share || share.expires < Date.now()) {
    throw new NotFound();
  }
  return share.folder;
}
