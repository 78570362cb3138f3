export async function GET(request) {
  const user = await userOf(request);
  return Response.json(await secretsOf(user));
}
