// @ts-check

/** One class and two functions of TypeScript or JavaScript, about 60 lines.
 * @param {string} name @param {import('./sources.mjs').Revision} revision @param {'ts' | 'js'} language */
export function scriptSection(name, { number, unguarded = false }, language) {
  /** @param {string} type */
  const t = (type) => (language === 'ts' ? type : '');
  return [
    ...(language === 'ts'
      ? [
          `export interface ${name} {`,
          '  readonly id: string;',
          '  readonly owner: string;',
          '  readonly total: number;',
          '}',
          '',
        ]
      : []),
    `const PAGE_${name} = ${25 + number};`,
    '',
    `export class ${name}Store {`,
    `  #records${t(`: Map<string, ${name}>`)} = new Map();`,
    `  #root${t(': string')};`,
    '',
    `  constructor(root${t(': string')}) {`,
    '    this.#root = resolve(root);',
    '  }',
    '',
    `  async read(file${t(': string')}, user${t(': { id: string; admin: boolean }')})${t(': Promise<string>')} {`,
    '    const path = resolve(join(this.#root, file));',
    ...(unguarded
      ? []
      : ['    if (!path.startsWith(this.#root + sep)) {', "      throw new Error('outside of the root');", '    }']),
    '    const record = this.#records.get(path);',
    '    if (record === undefined || (record.owner !== user.id && !user.admin)) {',
    "      throw new Error('not allowed');",
    '    }',
    "    return readFile(path, 'utf8');",
    '  }',
    '',
    `  async save(record${t(`: ${name}`)}, text${t(': string')})${t(': Promise<void>')} {`,
    '    if (text.length > 64 * 1024) return;',
    '    try {',
    '      await writeFile(join(this.#root, `${record.id}.json`), JSON.stringify({ ...record, text }, null, 2));',
    '    } catch (error) {',
    "      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return;",
    '      throw error;',
    '    }',
    ...(number === 0 ? [] : [`    this.#records.set(record.id, { ...record, total: record.total + ${number} });`]),
    '  }',
    '}',
    '',
    `/** Sums what a page of ${name} holds, in cents. */`,
    `export function total${name}(records${t(`: readonly ${name}[]`)}, page${t(': number')})${t(': number')} {`,
    `  const start = page * PAGE_${name};`,
    '  let sum = 0;',
    `  for (const [index, record] of records.slice(start, start + PAGE_${name}).entries()) {`,
    '    if (Number.isNaN(record.total) || record.total < 0) continue;',
    '    sum += index % 2 === 0 ? Math.round(record.total * 100) : Number((record.total * 100).toFixed(0));',
    '  }',
    '  return sum;',
    '}',
    '',
    `export async function handle${name}(request${t(': IncomingMessage')}, response${t(': ServerResponse')})${t(': Promise<void>')} {`,
    "  const given = Buffer.from(String(request.headers['x-signature'] ?? ''), 'hex');",
    `  const wanted = createHash('sha256').update('${name}').update(request.url ?? '').digest();`,
    '  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {',
    '    response.writeHead(403).end();',
    '    return;',
    '  }',
    "  response.writeHead(200, { 'content-type': 'application/json' });",
    `  response.end(JSON.stringify({ kind: '${name}', page: PAGE_${name} }));`,
    '}',
    '',
  ];
}
