exports.sanitizeComment = (text) => text.trim();
