import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';

const LINKS = new Map([['docs', 'https://docs.example.com'], ['shop', 'https://shop.example.com']]);

@Controller('go')
export class LinksController {
  @Get(':name')
  go(@Param('name') name: string, @Res() res: Response) {
    const target = LINKS.get(name);
    if (target === undefined) throw new NotFoundException();
    return res.redirect(target);
  }
}
