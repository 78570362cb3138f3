import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitingLine } from './waiting-line.ts';

let written: string;
beforeEach(() => {
  written = '';
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

function line(progress: boolean) {
  return waitingLine({ err: (text) => void (written += text), progress });
}

describe('when a check waits for a scanner', () => {
  it('it says for which one after a second, and takes the line away', () => {
    const wait = line(true);
    wait.scanning('semgrep');
    vi.advanceTimersByTime(999);
    expect(written).toBe('');
    vi.advanceTimersByTime(1);
    expect(written).toBe('scanning: semgrep …');
    wait.stop();
    expect(written).toBe('scanning: semgrep …\r\u001b[K');
  });

  it('it writes nothing for a short scan', () => {
    const wait = line(true);
    wait.scanning('bandit');
    wait.stop();
    vi.advanceTimersByTime(5000);
    expect(written).toBe('');
  });

  it('it counts the second for each scanner', () => {
    const wait = line(true);
    wait.scanning('bandit');
    vi.advanceTimersByTime(900);
    wait.scanning('semgrep');
    vi.advanceTimersByTime(900);
    expect(written).toBe('');
    wait.stop();
  });

  it('it writes nothing where nobody wants to know', () => {
    const wait = line(false);
    wait.scanning('semgrep');
    vi.advanceTimersByTime(5000);
    wait.stop();
    expect(written).toBe('');
  });
});
