import { NextResponse, type NextRequest } from 'next/server';

export async function GET(request: NextRequest) {
  const url = request.nextUrl.searchParams.get('url') ?? '';
  const page = await fetch(url);
  return NextResponse.json({ title: await page.text() });
}
