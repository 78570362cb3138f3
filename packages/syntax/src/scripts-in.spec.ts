import { describe, expect, it } from 'vitest';
import { scriptsIn } from './scripts-in.ts';

describe('when a file is all code', () => {
  it('it is left as it is', () => {
    expect(scriptsIn('a.ts', '<script>x</script>')).toBe('<script>x</script>');
  });
});

describe('when a file is a component', () => {
  it('its scripts stand where they stood and the markup is blank', () => {
    const text =
      '<template>\n  <b>{{ x }}</b>\n</template>\n<script setup lang="ts">\nconst x = 1;\n</script>\n<style>b{}</style>\n';
    const code = scriptsIn('A.vue', text);
    expect(code.trim()).toBe('const x = 1;');
    expect(code.length).toBe(text.length);
    expect(code.indexOf('const')).toBe(text.indexOf('const'));
    expect(code.split('\n').length).toBe(text.split('\n').length);
  });

  it('all its scripts count, in whatever case, and one that is not closed reaches to the end', () => {
    expect(
      scriptsIn('a.svelte', '<script>a()</script>x<SCRIPT context="module">b()</SCRIPT ><script>c()')
        .replace(/ +/gu, ' ')
        .trim(),
    ).toBe('a() b() c()');
  });

  it.each(['application/ld+json', 'text/template', 'speculationrules'])('a script of type %s is data', (type) => {
    expect(scriptsIn('a.vue', `<script type="${type}">{"a": 1}</script>`).trim()).toBe('');
  });

  it.each(['module', 'text/javascript', 'text/typescript'])('a script of type %s is code', (type) => {
    expect(scriptsIn('a.vue', `<script type="${type}">a()</script>`).trim()).toBe('a()');
  });

  it('the code at the top of an Astro file counts', () => {
    expect(
      scriptsIn('a.astro', '---\nconst a = 1;\n---\n<p>{a}</p>\n<script>b()</script>').replace(/\s+/gu, ' ').trim(),
    ).toBe('const a = 1; b()');
    expect(scriptsIn('a.astro', '<p>---</p>\n---\nx\n---').trim()).toBe('');
  });

  it('characters outside the basic plane keep their place', () => {
    const text = '<p>😀</p><script>x</script>';
    expect(scriptsIn('a.vue', text).indexOf('x')).toBe(text.lastIndexOf('x'));
  });

  it('a hostile text takes linear time', () => {
    expect(scriptsIn('a.vue', '<script'.repeat(100_000)).trim()).toBe('');
    expect(scriptsIn('a.astro', '---\n'.repeat(100_000)).length).toBe(400_000);
  });
});
