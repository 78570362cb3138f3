import { vi } from 'vitest';

export function fakeClock() {
  return vi.useFakeTimers();
}
