export function closeShare(token, shares) {
  const share = shares.get(token);
  if (!share) return;
  shares.delete(token);
}
