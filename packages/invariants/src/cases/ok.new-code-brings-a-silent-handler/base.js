export function close(file) {
  file.close();
}
