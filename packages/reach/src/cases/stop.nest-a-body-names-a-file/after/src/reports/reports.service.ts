import { Injectable } from '@nestjs/common';
import * as fs from 'fs';
import { join } from 'path';

@Injectable()
export class ReportsService {
  all() {
    return [];
  }

  load(template: string) {
    return fs.readFileSync(join('templates', template), 'utf8');
  }
}
