import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';

@Injectable()
export class UsersService {
  constructor(private readonly users: Repository<unknown>) {}

  find(name: string) {
    return this.users.findOneBy({ name });
  }
}
