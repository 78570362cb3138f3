import { Controller, Get, Query } from '@nestjs/common';
import { MediaStore } from './media.store';

@Controller('media')
export class MediaController {
  constructor(private readonly store: MediaStore) {}

  @Get()
  get(@Query('path') path: string) {
    return this.store.open(path);
  }
}
