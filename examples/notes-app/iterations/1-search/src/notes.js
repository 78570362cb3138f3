import { HttpError } from './http-error.js';

/** Notes in memory, each owned by the user who wrote it. */
export function createNotes() {
  const notes = new Map();
  let nextId = 1;

  function find(user, id) {
    const note = notes.get(id);
    if (!note) throw new HttpError(404, 'no such note');
    if (note.owner !== user) throw new HttpError(403, 'not your note');
    return note;
  }

  return {
    add(user, text) {
      if (typeof text !== 'string' || text.length > 10_000)
        throw new HttpError(400, 'a note is up to 10000 characters');
      const note = { id: String(nextId++), owner: user, text };
      notes.set(note.id, note);
      return note;
    },
    get: find,
    list(user, words = '') {
      return [...notes.values()].filter((note) => note.owner === user && note.text.includes(words));
    },
  };
}
