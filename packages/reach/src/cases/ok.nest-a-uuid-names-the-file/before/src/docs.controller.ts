import { Controller } from '@nestjs/common';

@Controller('docs')
export class DocsController {}
