import { NotFound } from './errors';

export function openShare(token, shares) {
  const share = shares.get(token);
  if (!share || share.expires < Date.now()) {
    throw new NotFound();
  }
  return share.folder;
}

export function closeShare(token, shares) {
  const share = shares.get(token);
  if (!share) return;
  shares.delete(token);
}
