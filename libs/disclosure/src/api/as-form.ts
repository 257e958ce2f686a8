import type { Instant } from '@mash/kernel';
import type { DisclosureForm } from '../domain/disclosure-form.js';
import type { DisclosureFormInput } from './disclosure.inputs.js';
import { toEvidence } from './method-evidence.input.js';

type Form = Pick<DisclosureForm, 'occurredAt' | 'method' | 'evidence' | 'purpose' | 'people' | 'reaches' | 'advisory' | 'onwardIntention'>;

/** What every disclosure says, out of what came in. */
export const asForm = ({ occurredAt, method, evidence, purpose, people, reaches, advisory, onwardIntention }: DisclosureFormInput, now: Instant): Form => ({
  occurredAt: occurredAt ?? now, method, evidence: toEvidence(method, evidence), purpose, reaches, onwardIntention,
  advisory: advisory ?? { given: false, withheldReason: null, words: null },
  people: people.map(({ personId, givenName, familyName, dateOfBirth }) => ({
    personId, identification: { givenName, familyName, birth: dateOfBirth === null ? { kind: 'UNKNOWN' } : { kind: 'EXACT', on: dateOfBirth } },
  })),
});
