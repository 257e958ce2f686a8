import type { LawfulBasis } from '@mash/web-parts';
import { command } from '@mash/web-data-access';

interface Keyed { readonly idempotencyKey: string }

/** What every request says, with a statutory power or without. */
export interface Asking {
  readonly enquiryId: string;
  readonly to: { readonly organisation: string; readonly unit: string | null };
  readonly items: readonly { readonly about: readonly string[]; readonly question: string; readonly why: string; readonly period: string | null }[];
  readonly people: readonly { readonly personId: string; readonly identifyBy: readonly string[] }[];
  readonly reasons: string;
  readonly basis: LawfulBasis;
  readonly publicTask: string | null;
  readonly whatAskingReveals: string;
  readonly consentPosition: string;
  readonly notSoughtReason: string | null;
  readonly specialCategory: boolean;
  readonly criminalOffence: boolean;
  readonly urgency: string;
  readonly due: string | null;
}

export const REQUEST_INFORMATION = command<Keyed & Asking & { readonly purpose: string }>('requestInformation', 'RequestInformationInput');

export const ISSUE_STATUTORY_REQUEST = command<Keyed & Asking & {
  readonly power: string; readonly statutoryFunction: string; readonly arrangementId: string;
  readonly texts: { readonly purpose: string; readonly whyNeeded: string; readonly necessity: string; readonly proportionality: string; readonly burdenConsidered: string; readonly howS16EServed: string | null };
  readonly recipients: readonly { readonly kind: string; readonly party: { readonly organisation: string; readonly unit: string }; readonly practitionerId: string | null; readonly reason: string | null }[];
}>('issueStatutoryRequest', 'IssueStatutoryRequestInput');

export const ALLOCATE_REQUEST = command<Keyed & { readonly requestId: string; readonly worker: string }>('allocateRequest', 'AllocateRequestInput');
export const DISPUTE_REQUEST = command<Keyed & { readonly requestId: string; readonly reason: string; readonly words: string }>('disputeRequest', 'DisputeRequestInput');
export const ANSWER_ITEMS = command<Keyed & {
  readonly requestId: string; readonly method: string;
  readonly answers: readonly { readonly itemId: string; readonly kind: string; readonly systemsSearched: readonly string[]; readonly told: string | null }[];
}>('answerItems', 'AnswerItemsInput');
