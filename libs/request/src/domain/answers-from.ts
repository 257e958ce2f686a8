import type { SharingDecided } from '@mash/decision-events';
import type { DisclosureMade } from '@mash/disclosure-events';
import type { DecisionId, DisclosureId, ItemId } from '@mash/kernel';

/** How an item stands after a decision or a disclosure. */
export interface AnswerGiven {
  readonly itemId: ItemId;
  readonly kind: 'SHARED' | 'PART' | 'HELD_NOT_SHARED';
  readonly disclosureId: DisclosureId | null;
  readonly decisionId: DecisionId | null;
  /** The reasons that the asker is told; null where they are withheld or there are none. */
  readonly told: string | null;
}

const answeredItems = (items: readonly { readonly requestItemId: ItemId | null }[]): ItemId[] =>
  [...new Set(items.flatMap((item) => (item.requestItemId === null ? [] : [item.requestItemId])))];

const withheld = (decision: SharingDecided['data'], itemId: ItemId) => decision.items.filter((item) => item.requestItemId === itemId && !item.share);

const toldOf = (decision: SharingDecided['data'], itemId: ItemId): string | null =>
  withheld(decision, itemId).map((item) => item.reasonsTold?.value ?? null).filter((told) => told !== null).join('\n') || null;

/** A disclosure shares its items: in part, where the decision behind it held something back on the same item. */
export const answersFromDisclosure = (disclosure: DisclosureMade['data'], decision: SharingDecided['data'] | null): AnswerGiven[] =>
  answeredItems(disclosure.items).map((itemId) => {
    const inPart = decision !== null && withheld(decision, itemId).length > 0;
    return {
      itemId, kind: inPart ? 'PART' : 'SHARED', disclosureId: disclosure.disclosureId, decisionId: disclosure.decisionId,
      told: inPart ? toldOf(decision, itemId) : null,
    };
  });

/** A decision answers only what it shares nothing of: the rest is answered by the disclosure that follows. */
export const answersFromDecision = (decision: SharingDecided['data']): AnswerGiven[] =>
  answeredItems(decision.items).filter((itemId) => !decision.items.some((item) => item.requestItemId === itemId && item.share))
    .map((itemId) => ({ itemId, kind: 'HELD_NOT_SHARED', disclosureId: null, decisionId: decision.decisionId, told: toldOf(decision, itemId) }));
