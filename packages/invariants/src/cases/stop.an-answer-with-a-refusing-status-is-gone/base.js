export async function GET(request) {
  const user = await userOf(request);
  if (!user) {
    return new Response('no', { status: 401 });
  }
  return Response.json(await secretsOf(user));
}
