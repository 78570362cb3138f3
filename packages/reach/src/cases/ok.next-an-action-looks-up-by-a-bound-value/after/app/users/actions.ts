'use server';

import { db } from '@/lib/db';

export async function remove(id: string) {
  await db.user.delete({ where: { id } });
}

export async function rename(id: string, name: string) {
  await db.user.update({ where: { id }, data: { name } });
}
