export async function removeFile(user, file) {
  await storage.unlink(file);
  if (!user.mayDelete(file)) throw new Error('forbidden');
  return { removed: file };
}
