import { Injectable } from '@nestjs/common';

@Injectable()
export class ReportsService {
  all() {
    return [];
  }
}
