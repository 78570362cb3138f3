import { createReadStream } from 'fs';

export class MediaService {
  open(path: string) {
    return createReadStream(path);
  }
}
