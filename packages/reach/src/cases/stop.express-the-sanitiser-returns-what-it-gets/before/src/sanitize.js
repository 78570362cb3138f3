exports.sanitizeComment = (text) => text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
