import { Module } from '@nestjs/common';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { directoryHandlers } from '@mash/directory';
import { Journal } from '@mash/event-log';

@Module({})
class SetUpModule {
  static with(journal: Journal): DynamicModule {
    return { module: SetUpModule, imports: [CqrsModule.forRoot()], providers: [{ provide: Journal, useValue: journal }, ...directoryHandlers] };
  }
}

/** A command bus that knows the directory's use cases and nothing else. */
export async function directoryBus(journal: Journal): Promise<{ readonly bus: CommandBus; close(): Promise<void> }> {
  const app: INestApplicationContext = await NestFactory.createApplicationContext(SetUpModule.with(journal), { logger: ['error', 'fatal'], abortOnError: false });
  return { bus: app.get(CommandBus), close: () => app.close() };
}
