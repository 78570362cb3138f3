export async function removeFile(user, file) {
  if (!user.mayDelete(file)) throw new Error('forbidden');
  await storage.unlink(file);
  return { removed: file };
}
