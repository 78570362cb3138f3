'use server';

import { db } from '@/lib/db';

export async function remove(id: string) {
  await db.user.delete({ where: { id } });
}
