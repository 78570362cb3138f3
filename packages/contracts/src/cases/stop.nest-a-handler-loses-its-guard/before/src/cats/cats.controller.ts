import { Body, Controller, Delete, Get, Param, Post, UseGuards } from '@nestjs/common';
import { JwtGuard } from '../auth/jwt.guard';
import { CatsService } from './cats.service';

@Controller('cats')
export class CatsController {
  constructor(private readonly cats: CatsService) {}

  @Get()
  list() {
    return this.cats.list();
  }

  @Post()
  @UseGuards(JwtGuard)
  create(@Body() cat: NewCat) {
    return this.cats.create(cat);
  }

  @UseGuards(JwtGuard)
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.cats.remove(id);
  }
}
