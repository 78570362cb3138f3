const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char]);
}

export function notePage(note) {
  return `<!doctype html><title>Note ${escapeHtml(note.id)}</title><pre>${escapeHtml(note.text)}</pre>`;
}
