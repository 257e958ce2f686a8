import type { ConsentEvent, ConsentStanding, RelyOnConsent } from '@mash/consent-events';
import { consentFacts, relyingOnConsent } from '@mash/consent-events';
import type { DecisionFacts } from '@mash/decision-events';
import { decisionFacts } from '@mash/decision-events';
import { practitionerFacts, worksIn } from '@mash/directory-events';
import type { DisclosureEvent, DisclosureFacts } from '@mash/disclosure-events';
import { disclosureFacts } from '@mash/disclosure-events';
import type { About, CommandContext, Journal } from '@mash/event-log';
import { derivedId } from '@mash/event-log';
import type { Actor, CommandId, ConsentId, DecisionId, DisclosureId, ItemId, Party, Recorded, UnitId } from '@mash/kernel';
import { NotFound, actsFor, sameParty } from '@mash/kernel';
import type { RecipientForm } from '../domain/disclosure-form.js';
import { losingConsent } from '../domain/lose-consent.js';

/** The consents named, as they stand now. */
export async function consentsOf(journal: Journal, ids: readonly (ConsentId | null)[]): Promise<ReadonlyMap<ConsentId, ConsentStanding>> {
  const found = new Map<ConsentId, ConsentStanding>();
  for (const id of new Set(ids)) {
    const standing = id === null ? null : await journal.state(`consent-${id}`, consentFacts);
    if (id !== null && standing !== null) found.set(id, standing);
  }
  return found;
}

/** A decision that is the party's own; another's answers like none. */
export async function ownDecision(journal: Journal, decisionId: DecisionId | null, party: Party): Promise<DecisionFacts | null> {
  const decision = decisionId === null ? null : await journal.state(`decision-${decisionId}`, decisionFacts);
  return decision !== null && sameParty(decision.by, party) ? decision : null;
}

/** Whether the practitioner named as recipient works in the unit named; null when there is nothing to check. */
export async function recipientWorksThere(journal: Journal, { organisation, unit, practitioner }: Pick<RecipientForm, 'organisation' | 'unit' | 'practitioner'>): Promise<boolean | null> {
  if (practitioner === null || unit === null) return null;
  const found = await journal.state(`practitioner-${practitioner}`, practitionerFacts);
  return found !== null && worksIn(found, { organisation, unit }, journal.clock.now());
}

/** Claims each consent at its exact revision, before the disclosure that rests on it. */
export async function claimConsents(journal: Journal, claims: readonly RelyOnConsent[], context: CommandContext, about: About): Promise<void> {
  for (const command of claims) {
    await journal.execute({
      stream: `consent-${command.consentId}`, decider: relyingOnConsent, command, context,
      facts: () => ({ now: journal.clock.now() }), about: () => about,
    });
  }
}

/**
 * After the disclosure: a withdrawal that slipped in between claim and disclosure is written down beside it. One that
 * came later needs nothing: it named this disclosure itself. Whoever looks, it is written once.
 */
export async function settleConsents(journal: Journal, disclosureId: DisclosureId, context: CommandContext): Promise<void> {
  const stream = `disclosure-${disclosureId}`;
  const disclosure = await journal.state(stream, disclosureFacts);
  const [made] = await journal.history<DisclosureEvent>(stream);
  if (disclosure === null || !made) return;
  for (const consentId of new Set(disclosure.made.items.flatMap((item) => (item.consentId === null ? [] : [item.consentId])))) {
    if (!(await journal.history<ConsentEvent>(`consent-${consentId}`)).some((withdrawal) => passedBy(withdrawal, made))) continue;
    await journal.execute({
      stream, decider: losingConsent, command: { disclosureId, consentId },
      context: { ...context, commandId: derivedId<CommandId>(disclosureId, `lost:${consentId}`) },
      facts: () => null, about: () => aboutDisclosure(disclosure),
    });
  }
}

/**
 * A withdrawal that the disclosure's recipient would not learn of: it came before the disclosure was in the log, or did
 * not know of its claim. Positions are compared on this server and kept nowhere, since they do not survive a move.
 */
const passedBy = ({ event, position }: Recorded<ConsentEvent>, made: Recorded<DisclosureEvent>): boolean =>
  event.type === 'ConsentWithdrawn'
  && (position < made.position || !event.data.underReview.some((reliance) => reliance.disclosureId === made.event.data.disclosureId));

/**
 * A disclosure, for somebody of the unit that received it and, where only named people may read it, for them alone.
 * @throws NotFound for everybody else, exactly as when there is none
 */
export async function receivedBy(journal: Journal, actor: Actor, disclosureId: DisclosureId): Promise<{ readonly held: DisclosureFacts; readonly party: Party }> {
  const held = await journal.state(`disclosure-${disclosureId}`, disclosureFacts);
  const unit = held?.made.recipient.unit ?? null;
  if (held === null || unit === null) throw new NotFound();
  const party = { organisation: held.made.recipient.organisation, unit };
  const namedOnly = held.made.items.flatMap((item) => item.restrictions).filter((each) => each.code === 'NAMED_RECIPIENTS');
  if (!actsFor(actor, party) || !namedOnly.every((each) => each.practitioners.includes(actor.practitioner))) throw new NotFound();
  return { held, party };
}

/** The unit that first disclosed an item, however often it was passed on since. */
export async function originatorUnit(journal: Journal, held: DisclosureFacts, itemId: ItemId): Promise<UnitId | null> {
  const item = held.made.items.find((each) => each.itemId === itemId);
  if (item === undefined || item.drawnFrom === null || held.made.sender.organisation === item.originator) return held.made.sender.unit;
  const parent = await journal.state(`disclosure-${item.drawnFrom.disclosureId}`, disclosureFacts);
  return parent === null ? null : originatorUnit(journal, parent, item.drawnFrom.itemId);
}

/** What a disclosure is about, for its events' metadata. */
export const aboutDisclosure = ({ made }: Pick<DisclosureFacts, 'made'>): About =>
  ({ enquiryId: made.enquiryId, subjects: [...new Set(made.items.flatMap((item) => item.about.map((each) => each.personId)))] });
