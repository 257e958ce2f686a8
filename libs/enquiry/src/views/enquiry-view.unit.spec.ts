import { describe, it } from '@jest/globals';
import { viewSpec } from '@mash/kernel/testing';
import { added, at, child, details, enquiryId, hub, opened, socialWorker, words } from '../testing/wexcombe.js';
import { enquiryView } from './enquiry-view.js';

const { given } = viewSpec(enquiryView);

describe('the enquiry as its lead sees it', () => {
  it('is a row of the unit that leads it, and of nobody else', () => given(opened).expectRows({
    e1: { agency: hub.organisation, units: [hub.unit], people: [], only: [], excluded: [], enquiryId, status: 'OPEN', sort: at('09:30'), lookups: ['enquiry:e1'] },
  }));

  it('takes in people, worker and what they were told', () => given(
    opened, added,
    { type: 'WorkerAssigned', schema: 1, data: { enquiryId, worker: socialWorker, handedOverFrom: null, note: null } },
    { type: 'PersonInformed', schema: 1, data: { enquiryId, personId: child, at: at('09:50'), by: socialWorker, told: words('r', 'All is being done.') } },
  ).expectRows({
    e1: { body: {
      id: enquiryId, lead: hub, arrangementId: opened.data.arrangementId, area: 'E06000901', accountable: opened.data.accountable, worker: socialWorker, concern: null,
      receivedAt: at('09:30'), openedAt: '2026-11-02T09:00:00.000Z' as typeof opened.data.receivedAt, summary: 'A burn without explanation.', urgency: 'URGENT', immediateDanger: false, grounds: [],
      people: [{ personId: child, capacity: 'CHILD', from: at('09:40'), identification: details }],
      informed: [{ personId: child, at: at('09:50'), told: 'All is being done.' }],
    } },
  }));

  it('shows nothing where the key of what was said is gone', () => given({ ...opened, data: { ...opened.data, summary: { ...opened.data.summary, value: null } } }, added)
    .expectRows({ e1: { status: 'OPEN' } }));
});
