import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { consentHandlers } from '@mash/consent';
import { disclosureHandlers } from '@mash/disclosure';
import { Journal } from '@mash/event-log';
import { requestHandlers } from '@mash/request';
import { ViewReader } from '@mash/views';

/** The same use cases that people run, for the process that runs the clocks. */
@Module({})
export class StewardModule {
  static with(journal: Journal, views: ViewReader): DynamicModule {
    return {
      module: StewardModule, imports: [CqrsModule.forRoot()],
      providers: [{ provide: Journal, useValue: journal }, { provide: ViewReader, useValue: views }, ...consentHandlers, ...disclosureHandlers, ...requestHandlers],
    };
  }
}
