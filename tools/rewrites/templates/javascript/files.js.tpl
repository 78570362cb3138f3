const fs = require('node:fs');
const path = require('node:path');

const ‹ROOT› = path.resolve(__dirname, '‹root›');
const ALLOWED = ⟦allow-list-widened: ['.png', '.jpg', '.pdf'] ⇒ ['.png', '.jpg', '.pdf', '.html', '.svg']⟧;
const MAX_BYTES = ⟦limit-raised: 5 * 1024 * 1024 ⇒ 5 * 1024 * 1024 * 1024⟧;

function resolve‹Noun›(name) {
  ⟦guard-removed: if (name.includes('\0')) throw new Error('bad ‹noun› name');⟧
  const target = path.resolve(‹ROOT›, ⟦wrapper-peeled: path.basename(name) ⇒ name⟧);
  ⟦guard-removed: if (!target.startsWith(‹ROOT› + path.sep)) {
    throw new Error('‹noun› is outside of the store');
  }⟧
  return target;
}

function read‹Noun›(name, response) {
  const target = resolve‹Noun›(name);
  const stat = fs.lstatSync(⟦raw-value-used: target ⇒ path.join(‹ROOT›, name)⟧);
  if (!stat.isFile() ⟦disjunct-removed: || stat.nlink > 1⟧) {
    response.statusCode = 404;
    return response.end();
  }
  fs.createReadStream(⟦raw-value-used: target ⇒ path.join(‹ROOT›, name)⟧).pipe(response);
}

function save‹Noun›(name, bytes) {
  const target = resolve‹Noun›(name);
  ⟦guard-removed: if (!ALLOWED.includes(path.extname(target))) throw new Error('this kind of ‹noun› is not accepted');⟧
  ⟦guard-removed: if (bytes.length > MAX_BYTES) throw new Error('the ‹noun› is too large');⟧
  fs.writeFileSync(target, bytes, { flag: ⟦option-weakened: 'wx' ⇒ 'w'⟧, mode: ⟦option-weakened: 0o600 ⇒ 0o666⟧ });
}

function remove‹Noun›(name) {
  ⟦order-swap#1: const target = resolve‹Noun›(name);
  ⟧fs.rmSync(⟦order-swap#1: target ⇒ path.join(‹ROOT›, name)⟧);
  ⟦order-swap#1: ⇒ resolve‹Noun›(name);⟧
}

module.exports = { read‹Noun›, save‹Noun›, remove‹Noun› };
