import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';

@Controller()
export class JobsController {
  @MessagePattern('compute')
  compute(@Payload() data: { expression: string }) {
    return Number(data.expression);
  }
}
