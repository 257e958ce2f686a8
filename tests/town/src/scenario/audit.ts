import type { PractitionerKey } from '../town.js';
import { eventually } from './story.js';
import type { Story } from './story.js';

/** Three agencies let the auditor open their content. */
export async function giveMandates(story: Story): Promise<void> {
  for (const key of ['councilIg', 'policeIg', 'trustIg'] as const) {
    const lead = await story.as(key);
    await lead.does('giveMandate', 'GiveMandateInput', {
      idempotencyKey: story.key(`mandate/${key}`), auditor: story.practitioner('auditor'), from: story.in(-1), until: story.in(24), purpose: 'Yearly audit of information sharing.',
    });
  }
  const auditor = await story.as('auditor');
  await eventually(() => auditor.read<{ mandates: unknown[] }>('{ mandates { agency } }', {}, '/audit/graphql'), ({ mandates }) => mandates.length === 3);
}

/** An event in the order, as the auditor may see it. */
export interface ReplayedEvent {
  readonly ordinal: number;
  readonly eventId: string;
  readonly type: string;
  readonly agency: string | null;
  readonly mandated: boolean;
  readonly stream: string | null;
  readonly revision: string | null;
  readonly recordedAt: string;
}

/** Replays everything, page by page, oldest first. */
export async function replayAll(story: Story): Promise<ReplayedEvent[]> {
  const auditor = await story.as('auditor');
  const events: ReplayedEvent[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { replay }: { replay: { items: ReplayedEvent[]; next: string | null } } = await auditor.read(
      'query ($after: String) { replay(first: 500, after: $after) { items { ordinal eventId type agency mandated stream revision recordedAt } next } }', { after }, '/audit/graphql');
    events.push(...replay.items);
    after = replay.next;
    more = after !== null;
  }
  return events;
}

/** A row that somebody could see, as the auditor is shown it. */
export interface Sight {
  readonly view: string;
  readonly key: string;
  readonly withheld: readonly { readonly field: string; readonly rule: string }[];
  readonly body: Readonly<Record<string, unknown>> | null;
}

/** What somebody could see at a moment; now when none is named. */
export async function sightOf(story: Story, who: PractitionerKey, fields: Readonly<Record<string, unknown>> = {}): Promise<Sight[]> {
  const auditor = await story.as('auditor');
  const rows: Sight[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { asOf }: { asOf: { items: Sight[]; next: string | null } } = await auditor.read(
      `query ($who: Uuid!, $at: Instant, $readingFor: SharingPurpose, $views: [ShortText!], $after: String) {
        asOf(practitionerId: $who, purpose: "To compare with what they see.", at: $at, readingFor: $readingFor, views: $views, first: 500, after: $after) {
          items { view key withheld { field rule } body } next } }`,
      { who: story.practitioner(who), after, ...fields }, '/audit/graphql');
    rows.push(...asOf.items);
    after = asOf.next;
    more = after !== null;
  }
  return rows;
}
