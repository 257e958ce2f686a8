import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { DisclosureId } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import { settleConsents } from '../gather.js';

/**
 * Look again whether a consent that a disclosure rests on was withdrawn between claim and disclosure. Whoever disclosed
 * looks at once; the process that follows the log looks again, for the case that they crashed just then.
 */
export class SettleConsents {
  constructor(readonly input: { readonly disclosureId: DisclosureId }, readonly context: CommandContext) {}
}

@CommandHandler(SettleConsents)
export class SettleConsentsHandler implements ICommandHandler<SettleConsents, void> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, context }: SettleConsents): Promise<void> {
    if (context.actor.kind !== 'process') throw new NotFound();
    await settleConsents(this.journal, input.disclosureId, context);
  }
}
