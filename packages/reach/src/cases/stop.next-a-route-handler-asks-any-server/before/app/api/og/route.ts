import { NextResponse, type NextRequest } from 'next/server';
import { isAllowedHost } from '@/lib/hosts';

export async function GET(request: NextRequest) {
  const url = request.nextUrl.searchParams.get('url') ?? '';
  if (!isAllowedHost(url)) return NextResponse.json({ error: 'host' }, { status: 400 });
  const page = await fetch(url);
  return NextResponse.json({ title: await page.text() });
}
