import { authorize } from '@/lib/authorize';
import { db } from '@/lib/db';

export async function GET(request: Request): Promise<Response> {
  const session = await authorize(request);
  return Response.json(await db.widgets.of(session.team));
}

export async function DELETE(request: Request) {
  const { searchParams } = new URL(request.url);
  await db.widgets.remove(searchParams.get('id'));
  const session = await authorize(request, 'owner');
  return new Response(null, { status: 204 });
}
