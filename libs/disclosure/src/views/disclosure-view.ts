import type { ConsentEvent } from '@mash/consent-events';
import type { DisclosureEvent, DisclosureMade } from '@mash/disclosure-events';
import type { DisclosureId, Instant, PractitionerId, Row, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import type { DisclosureBody } from './disclosure-body.js';
import { bodyFor, withStanding } from './disclosure-body.js';

type Handled = DisclosureEvent | Extract<ConsentEvent, { type: 'ConsentWithdrawn' }>;

const keyOf = (disclosureId: DisclosureId, unit: string): string => `${disclosureId}/${unit}`;

/** Who may read at all, where an item is for named people only: those whom every such item names. */
const onlyThese = ({ items, recipient }: DisclosureMade['data']): readonly PractitionerId[] => {
  const [first, ...others] = items.flatMap((item) => item.restrictions).filter((each) => each.code === 'NAMED_RECIPIENTS').map((each) => each.practitioners);
  if (first === undefined) return [];
  const named = first.filter((each) => others.every((list) => list.includes(each)));
  // Entered from outside, lists can disagree; an empty list would mean everybody.
  return named.length > 0 || recipient.practitioner === null ? named : [recipient.practitioner];
};

function firstRow(data: DisclosureMade['data'], key: string): Row<DisclosureBody> | null {
  const { disclosureId, sender, recipient, enquiryId, requestId, parentId, occurredAt } = data;
  const received = recipient.unit !== null && key === keyOf(disclosureId, recipient.unit);
  const { organisation, unit } = received ? recipient : sender;
  if (unit === null) return null;
  return {
    ...emptyRow(bodyFor(data, received ? 'RECIPIENT' : 'SENDER')), agency: organisation, units: [unit], only: received ? onlyThese(data) : [], enquiryId,
    lookups: [
      `disclosure:${disclosureId}`, ...requestId === null ? [] : [`request:${requestId}`], ...enquiryId === null ? [] : [`enquiry:${enquiryId}`],
      // Only the holder's own side: the originator does not learn from its row what the holder went on to share.
      ...parentId === null || received ? [] : [`parent:${parentId}`],
    ],
    status: received ? 'TO_ACCEPT' : 'SENT', sort: occurredAt,
  };
}

function changed(row: Row<DisclosureBody>, { data, type }: Exclude<Handled, DisclosureMade>, at: Instant): Row<DisclosureBody> {
  const { body } = row;
  const now = (change: Partial<DisclosureBody>, status = row.status): Row<DisclosureBody> => ({ ...row, status, body: { ...body, ...change } });
  switch (type) {
    case 'RestrictionsAccepted': return now({ accepted: { by: data.by, at } }, body.side === 'RECIPIENT' ? 'ACCEPTED' : row.status);
    case 'DisclosureReceived': return now({
      received: { by: data.by, at },
      items: body.items.map((item) => withStanding({ ...item, ownBasis: data.bases.find((each) => each.itemId === item.itemId)?.basis ?? item.ownBasis }, body.side)),
    }, body.side === 'RECIPIENT' ? 'RECEIVED' : row.status);
    case 'ConsentLost':
    case 'ConsentWithdrawn': {
      const lost = type === 'ConsentLost' ? data.items : data.underReview.filter((each) => each.disclosureId === body.id).flatMap((each) => each.items);
      return now({ items: body.items.map((item) => (lost.includes(item.itemId) ? withStanding({ ...item, consentWithdrawn: true }, body.side) : item)) });
    }
    case 'OnwardShareRefused': {
      const { itemId, by, recipient, reasons } = data;
      return now({ refusedOnward: [...body.refusedOnward, { itemId, at, by, recipient, reasons }] });
    }
    case 'OnwardApprovalSought':
    case 'OriginatorApproved':
    case 'OriginatorRefused':
    case 'OnwardApprovalUsed': return row;
  }
}

export const disclosureView: View<Handled, DisclosureBody> = {
  name: 'disclosure',
  version: 1,
  handles: ['DisclosureMade', 'RestrictionsAccepted', 'DisclosureReceived', 'OnwardShareRefused', 'ConsentLost', 'ConsentWithdrawn'],
  keys({ event }) {
    if (event.type === 'ConsentWithdrawn') return event.data.underReview.map((each) => ({ lookup: `disclosure:${each.disclosureId}` }));
    const { disclosureId } = event.data;
    if (event.type !== 'DisclosureMade') return [{ lookup: `disclosure:${disclosureId}` }];
    const { sender, recipient } = event.data;
    return [...new Set([sender.unit, recipient.unit])].flatMap((unit) => (unit === null ? [] : [{ key: keyOf(disclosureId, unit) }]));
  },
  apply(row, { event, metadata }, key) {
    if (event.type === 'DisclosureMade') return firstRow(event.data, key);
    return row && changed(row, event, metadata.recordedAt);
  },
};
