import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class CatsService {
  constructor(private readonly dataSource: DataSource) {}

  findOne(id: number) {
    return this.dataSource.query(`SELECT * FROM cats WHERE id = ${id}`);
  }
}
