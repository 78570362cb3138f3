export async function send(user: User): Promise<void> {
  await audit.record(user);
  await mail(user);
}
