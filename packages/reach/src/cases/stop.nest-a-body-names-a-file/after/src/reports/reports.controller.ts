import { Body, Controller, Post } from '@nestjs/common';
import { ReportsService } from './reports.service';

@Controller('reports')
export class ReportsController {
  constructor(private reports: ReportsService) {}

  @Post()
  async run(@Body() body: { template: string }) {
    const { template } = body;
    return this.reports.load(template);
  }
}
