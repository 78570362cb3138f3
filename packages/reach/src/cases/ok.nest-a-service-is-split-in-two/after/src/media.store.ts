import { createReadStream } from 'fs';

export class MediaStore {
  open(path: string) {
    return createReadStream(path);
  }
}
