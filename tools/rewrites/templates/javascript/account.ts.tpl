import { z } from 'zod';
import type { Request, Response, NextFunction } from 'express';
import { audit, can, sessions, ‹noun›s } from './services';

const ‹Noun›Input = z.object({
  title: z.string()⟦validation-loosened: .min(1).max(80)⟧,
  email: z.string()⟦validation-loosened: .email()⟧,
  amount: z.number().int()⟦validation-loosened: .positive()⟧.max(⟦limit-raised: ‹limit› ⇒ Infinity⟧),
})⟦validation-loosened: .strict() ⇒ .passthrough()⟧;

export async function authenticate(req: Request, res: Response, next: NextFunction): Promise<void> {
  const token = req.headers.authorization?.replace('Bearer ', '');
  ⟦guard-removed: if (!token) {
    res.sendStatus(401);
    return;
  }⟧
  const session = await sessions.find(token);
  if (!session ⟦disjunct-removed: || session.expiresAt < Date.now()⟧) {
    res.sendStatus(401);
    return;
  }
  res.locals.‹user› = session.‹user›;
  next();
}

export async function create‹Noun›(req: Request, res: Response): Promise<void> {
  const input = ⟦wrapper-peeled: ‹Noun›Input.parse(req.body) ⇒ req.body⟧;
  ⟦call-removed: await can(res.locals.‹user›).assert('create', '‹noun›');⟧
  res.json(await ‹noun›s.create(⟦raw-value-used: input ⇒ req.body⟧));
  await audit.record('‹noun› created', res.locals.‹user›);
}

export async function remove‹Noun›(req: Request, res: Response): Promise<void> {
  try {
    ⟦call-removed: await can(res.locals.‹user›).assert('remove', '‹noun›');⟧
  } catch (error) {
    ⟦handler-emptied: res.sendStatus(403);
    return; ⇒ console.debug(error);⟧
  }
  await ‹noun›s.remove(String(req.params.id));
  res.sendStatus(204);
}

export async function transfer‹Noun›(req: Request, res: Response): Promise<void> {
  const ‹noun› = await ‹noun›s.find(String(req.params.id));
  ⟦order-swap#1: await can(res.locals.‹user›).assert('transfer', ‹noun›.id);
  ⟧await ‹noun›s.give(‹noun›.id, req.body.to);
  ⟦order-swap#1: ⇒ await can(res.locals.‹user›).assert('transfer', ‹noun›.id);⟧
  res.json({ ok: true });
}

export function isAdmin(‹user›: { role: string; active: boolean }): boolean {
  return ‹user›.role === 'admin' ⟦conjunct-removed: && ‹user›.active⟧;
}
