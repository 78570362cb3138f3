import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { createReadStream } from 'fs';

@Controller('docs')
export class DocsController {
  @Get(':id')
  get(@Param('id', new ParseUUIDPipe()) id: string) {
    return new StreamableFile(createReadStream(`docs/${id}.pdf`));
  }
}
