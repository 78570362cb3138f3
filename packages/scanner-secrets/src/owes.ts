/**
 * Formats that hold no text. Lock files, minified files and files without an extension are text and are owed, and so are
 * key stores (.p12, .jks): that they cannot be read is something a person should hear.
 */
const BINARY = [
  'png jpg jpeg gif bmp ico icns webp avif tif tiff psd heic',
  'woff woff2 ttf otf eot pdf',
  'zip gz tgz bz2 xz 7z rar zst br jar war whl',
  'mp3 mp4 m4a mov avi webm mkv ogg oga ogv wav flac',
  'wasm so dll dylib exe o a lib obj pyc class node',
].join(' ');

const extensions = new Set(BINARY.split(' '));

export function owes(file: string): boolean {
  const extension = /[^/]\.([a-z0-9]+)$/iu.exec(file)?.[1];
  return extension === undefined || !extensions.has(extension.toLowerCase());
}
