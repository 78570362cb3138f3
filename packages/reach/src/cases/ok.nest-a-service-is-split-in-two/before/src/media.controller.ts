import { Controller, Get, Query } from '@nestjs/common';
import { MediaService } from './media.service';

@Controller('media')
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Get()
  get(@Query('path') path: string) {
    return this.media.open(path);
  }
}
