import { readFile } from 'fs/promises';
import { z } from 'zod';

const querySchema = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) });

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const result = querySchema.safeParse({ month: searchParams.get('month') });
  if (!result.success) return Response.json({ error: result.error }, { status: 400 });
  return Response.json(JSON.parse(await readFile(`reports/${result.data.month}.json`, 'utf8')));
}
