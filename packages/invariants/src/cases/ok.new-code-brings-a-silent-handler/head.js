export function close(file) {
  file.close();
}

export function clean(path) {
  try {
    unlink(path);
  } catch {}
}
