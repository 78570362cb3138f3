import { Controller } from '@nestjs/common';

@Controller('go')
export class LinksController {}
