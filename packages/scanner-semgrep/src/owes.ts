import { languagesOf, type LanguageId } from './languages.ts';

/** Formats that hold no text: rules for every text are not about them. */
const NO_TEXT = [
  'png jpg jpeg gif bmp ico icns webp avif tif tiff psd heic',
  'woff woff2 ttf otf eot pdf',
  'zip gz tgz bz2 xz 7z rar zst br jar war whl',
  'mp3 mp4 m4a mov avi webm mkv ogg oga ogv wav flac',
  'wasm so dll dylib exe o a lib obj pyc class node',
].flatMap((line) => line.split(' '));

/** Whether a rule in one of the languages would look at a file of this name, whatever folder it lies in. */
export function owesFile(languages: ReadonlySet<LanguageId>, file: string): boolean {
  const extension = /[^/]\.([a-z0-9]+)$/iu.exec(file)?.[1]?.toLowerCase();
  if (extension !== undefined && NO_TEXT.includes(extension)) return false;
  return languagesOf(file).some((language) => languages.has(language));
}
