// @ts-check

/** @typedef {{ readonly file: string, readonly text: string }} SourceFile */

const FILES_A_FEATURE = 5;

/** A project of so many files: features with a route, a controller, a service, a repository and a model, half of them in Python.
 * @param {number} files @returns {SourceFile[]} */
export function reachProject(files) {
  const features = Math.ceil(files / FILES_A_FEATURE);
  const all = Array.from({ length: features }, (_, number) =>
    number % 2 === 0 ? scriptFeature(number, features) : pythonFeature(number, features),
  ).flat();
  return all.slice(0, files);
}

/** @param {number} number @param {number} features @returns {SourceFile[]} */
function scriptFeature(number, features) {
  const next = (number + 2) % features;
  const folder = `web/src/feature${number}`;
  return [
    { file: `${folder}/routes.ts`, text: scriptRoutes(number) },
    { file: `${folder}/controller.ts`, text: scriptController(number) },
    { file: `${folder}/service.ts`, text: scriptService(number, next) },
    { file: `${folder}/repository.ts`, text: scriptRepository(number) },
    { file: `${folder}/model.ts`, text: scriptModel(number) },
  ];
}

/** @param {number} n */
function scriptRoutes(n) {
  return `import { Router } from 'express';
import { list${n}, show${n}, store${n}, remove${n} } from './controller.js';

export const router${n} = Router();
router${n}.get('/feature${n}', list${n});
router${n}.get('/feature${n}/:id', show${n});
router${n}.post('/feature${n}', store${n});
router${n}.delete('/feature${n}/:id', remove${n});
`;
}

/** @param {number} n */
function scriptController(n) {
  return `import type { NextFunction, Request, Response } from 'express';
import { Service${n} } from './service.js';
import { parseItem${n} } from './model.js';

const service = new Service${n}(process.env.DATA_${n} ?? 'data');

export async function list${n}(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const { page = '1', sort } = req.query;
    res.json(await service.list(Number(page), String(sort ?? 'name')));
  } catch (error) {
    next(error);
  }
}

export async function show${n}(req: Request, res: Response): Promise<void> {
  const { id } = req.params;
  if (!/^[a-z0-9]+$/.test(id)) {
    res.status(400).json({ error: 'bad id' });
    return;
  }
  res.json(await service.show(id));
}

export async function store${n}(req: Request, res: Response): Promise<void> {
  const item = parseItem${n}(req.body);
  const stored = await service.store(item, req.user);
  res.status(201).json({ ...stored, link: \`/feature${n}/\${stored.id}\` });
}

export async function remove${n}(req: Request, res: Response): Promise<void> {
  await service.remove(req.params.id, req.user);
  res.sendStatus(204);
}
${methods(n, 'ts')}`;
}

/** @param {number} n @param {number} next */
function scriptService(n, next) {
  return `import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Repository${n} } from './repository.js';
import { Repository${next} } from '../feature${next}/repository.js';
import type { Item${n} } from './model.js';

const COLUMNS: Readonly<Record<string, string>> = { name: 'name', size: 'size', day: 'created_at' };

export class Service${n} {
  private readonly repository = new Repository${n}();
  private readonly others = new Repository${next}();

  constructor(private readonly folder: string) {}

  async list(page: number, sort: string): Promise<Item${n}[]> {
    const column = COLUMNS[sort] ?? 'name';
    const rows = await this.repository.page(page, column);
    return rows.filter((row) => row.visible).map((row) => ({ ...row, title: row.title.trim() }));
  }

  async show(id: string): Promise<Item${n} | undefined> {
    const item = await this.repository.byId(id);
    if (item === undefined) return undefined;
    const text = await readFile(join(this.folder, \`\${id}.txt\`), 'utf8');
    return { ...item, text };
  }

  async store(item: Item${n}, user: { id: string }): Promise<Item${n}> {
    const stored = await this.repository.insert({ ...item, owner: user.id });
    await writeFile(join(this.folder, \`\${stored.id}.txt\`), item.text);
    await this.others.touch(stored.id);
    return stored;
  }

  async remove(id: string, user: { id: string; admin: boolean }): Promise<void> {
    const item = await this.repository.byId(id);
    if (item?.owner !== user.id && !user.admin) throw new Error('not yours');
    await this.repository.remove(id);
  }
}
${methods(n, 'ts')}`;
}

/** @param {number} n */
function scriptRepository(n) {
  return `import { pool } from '../pool.js';
import type { Item${n} } from './model.js';

export class Repository${n} {
  async page(page: number, column: string): Promise<Item${n}[]> {
    const { rows } = await pool.query(\`SELECT * FROM items${n} ORDER BY \${column} LIMIT 20 OFFSET \${page * 20}\`);
    return rows;
  }

  async byId(id: string): Promise<Item${n} | undefined> {
    const { rows } = await pool.query('SELECT * FROM items${n} WHERE id = $1', [id]);
    return rows[0];
  }

  async insert(item: Item${n}): Promise<Item${n}> {
    const { rows } = await pool.query('INSERT INTO items${n} (title, owner) VALUES ($1, $2) RETURNING *', [item.title, item.owner]);
    return rows[0];
  }

  async touch(id: string): Promise<void> {
    await pool.query('UPDATE items${n} SET touched = now() WHERE id = $1', [id]);
  }

  async remove(id: string): Promise<void> {
    await pool.query('DELETE FROM items${n} WHERE id = $1', [id]);
  }
}
${methods(n, 'ts')}`;
}

/** @param {number} n */
function scriptModel(n) {
  return `import { z } from 'zod';

export const itemSchema${n} = z.object({ id: z.string(), title: z.string().max(80), text: z.string(), owner: z.string(), visible: z.boolean() });
export type Item${n} = z.infer<typeof itemSchema${n}>;

export function parseItem${n}(body: unknown): Item${n} {
  return itemSchema${n}.parse(body);
}
${methods(n, 'ts')}`;
}

/** @param {number} number @param {number} features @returns {SourceFile[]} */
function pythonFeature(number, features) {
  const next = (number + 2) % features;
  const folder = `api/feature${number}`;
  return [
    { file: `${folder}/__init__.py`, text: '' },
    { file: `${folder}/views.py`, text: pythonViews(number) },
    { file: `${folder}/service.py`, text: pythonService(number, next) },
    { file: `${folder}/repository.py`, text: pythonRepository(number) },
    { file: `${folder}/forms.py`, text: pythonForms(number) },
  ];
}

/** @param {number} n */
function pythonViews(n) {
  return `from flask import Blueprint, abort, jsonify, request

from api.feature${n}.forms import validate_item
from api.feature${n}.service import Service

bp = Blueprint("feature${n}", __name__)
service = Service("data/${n}")


@bp.get("/feature${n}")
def index():
    page = int(request.args.get("page", 1))
    return jsonify(service.list(page, request.args.get("sort", "name")))


@bp.get("/feature${n}/<int:item_id>")
def show(item_id):
    item = service.show(item_id)
    if item is None:
        abort(404)
    return jsonify(item)


@bp.post("/feature${n}")
def store():
    data = request.get_json()
    validate_item(data)
    return jsonify(service.store(data)), 201
${methods(n, 'py')}`;
}

/** @param {number} n @param {number} next */
function pythonService(n, next) {
  return `import os

from api.feature${n}.repository import Repository
from api.feature${next}.repository import Repository as Other

COLUMNS = {"name": "name", "size": "size"}


class Service:
    def __init__(self, folder):
        self.folder = folder
        self.repository = Repository()
        self.other = Other()

    def list(self, page, sort):
        if sort not in COLUMNS:
            raise ValueError(sort)
        return [dict(row) for row in self.repository.page(page, COLUMNS[sort])]

    def show(self, item_id):
        with open(os.path.join(self.folder, f"{item_id}.txt")) as handle:
            return {"id": item_id, "text": handle.read()}

    def store(self, data):
        item = self.repository.insert(data["title"], data["owner"])
        self.other.touch(item["id"])
        return item
${methods(n, 'py')}`;
}

/** @param {number} n */
function pythonRepository(n) {
  return `import sqlite3


class Repository:
    def __init__(self):
        self.connection = sqlite3.connect("items${n}.db")

    def page(self, page, column):
        return self.connection.execute(f"SELECT * FROM items ORDER BY {column} LIMIT 20 OFFSET {page * 20}").fetchall()

    def insert(self, title, owner):
        cursor = self.connection.execute("INSERT INTO items (title, owner) VALUES (?, ?)", (title, owner))
        return {"id": cursor.lastrowid, "title": title}

    def touch(self, item_id):
        self.connection.execute("UPDATE items SET touched = 1 WHERE id = ?", (item_id,))
${methods(n, 'py')}`;
}

/** @param {number} n */
function pythonForms(n) {
  return `import re

TITLE = re.compile(r"^[\\w ]{1,80}$")


def validate_item(data):
    if not TITLE.match(data.get("title", "")):
        raise ValueError("title")
    if not data.get("owner"):
        raise ValueError("owner")
${methods(n, 'py')}`;
}

/** What makes a file as long as files are: about a hundred lines that no data from outside gets to.
 * @param {number} n @param {'ts' | 'py'} language */
function methods(n, language) {
  return Array.from({ length: 8 }, (_, part) =>
    language === 'ts' ? scriptHelper(n, part) : pythonHelper(n, part),
  ).join('');
}

/** @param {number} n @param {number} part */
function scriptHelper(n, part) {
  return `
export function total${n}x${part}(lines: readonly { price: number; count: number }[], rate: number): number {
  let sum = 0;
  for (const { price, count } of lines) {
    if (count <= 0) continue;
    sum += price * count;
  }
  const taxed = sum * (1 + rate);
  return Math.round(taxed * 100) / 100;
}
`;
}

/** @param {number} n @param {number} part */
function pythonHelper(n, part) {
  return `

def total_${n}_${part}(lines, rate):
    total = 0
    for line in lines:
        if line["count"] <= 0:
            continue
        total += line["price"] * line["count"]
    return round(total * (1 + rate), 2)
`;
}
