import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
import type { PageOf, schema } from '@mash/web-data-access';
import { command } from '@mash/web-data-access';

/** An event in the order of the log. Outside a mandate only its type, time and agency are known. */
export interface ReplayedEvent {
  readonly ordinal: number;
  readonly eventId: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly type: string;
  readonly agency: string | null;
  readonly mandated: boolean;
  readonly actor: string | null;
  readonly stream: string | null;
  readonly revision: string | null;
  readonly enquiryId: string | null;
}

export interface HeldMandate {
  readonly id: string;
  readonly agency: string;
  readonly givenBy: string;
  readonly from: string;
  readonly until: string;
  readonly inForce: boolean;
  readonly purpose: string | null;
}

export interface OpenedEvent {
  readonly event: ReplayedEvent;
  readonly content: readonly { readonly path: string; readonly value: string | null; readonly withheld: boolean }[];
}

export interface SightRow {
  readonly view: string;
  readonly key: string;
  readonly agency: string | null;
  readonly status: string | null;
  readonly withheld: readonly { readonly field: string; readonly rule: string }[];
  readonly body: unknown;
}

export interface Sight extends PageOf<SightRow> {
  readonly agency: string;
  readonly units: readonly string[];
  readonly roles: readonly string[];
  readonly at: string;
}

const eventFields = 'ordinal eventId recordedAt occurredAt type agency mandated actor stream revision enquiryId';

export const MY_MANDATES: TypedDocumentNode<{ readonly mandates: readonly HeldMandate[] }, Record<string, never>> = gql`
  query AuditMandates { mandates { id agency givenBy from until inForce purpose } }
`;

export interface ReplayFilter {
  readonly after: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly enquiryId: string | null;
  readonly agency: string | null;
  readonly type: string | null;
}

export const REPLAY: TypedDocumentNode<{ readonly replay: PageOf<ReplayedEvent> }, ReplayFilter> = gql`
  query AuditReplay($after: String, $from: Instant, $until: Instant, $enquiryId: Uuid, $agency: Uuid, $type: ShortText) {
    replay(first: 50, after: $after, from: $from, until: $until, enquiryId: $enquiryId, agency: $agency, type: $type) { items { ${eventFields} } next total }
  }
`;

export const OPEN_EVENT: TypedDocumentNode<{ readonly openEvent: OpenedEvent }, { readonly eventId: string; readonly purpose: string }> = gql`
  query AuditOpenEvent($eventId: Uuid!, $purpose: Text!) {
    openEvent(eventId: $eventId, purpose: $purpose) { event { ${eventFields} } content { path value withheld } }
  }
`;

export interface AsOf {
  readonly practitionerId: string;
  readonly purpose: string;
  readonly at: string | null;
  readonly eventId: string | null;
  readonly views: readonly string[] | null;
}

export const AS_OF: TypedDocumentNode<{ readonly asOf: Sight }, AsOf> = gql`
  query AuditAsOf($practitionerId: Uuid!, $purpose: Text!, $at: Instant, $eventId: Uuid, $views: [ShortText!]) {
    asOf(practitionerId: $practitionerId, purpose: $purpose, at: $at, eventId: $eventId, views: $views, first: 200) {
      agency units roles at items { view key agency status withheld { field rule } body } next total
    }
  }
`;

export const GIVEN_MANDATES: TypedDocumentNode<{ readonly mandates: PageOf<schema.Mandate> }, Record<string, never>> = gql`
  query GivenMandates($atLeast: String) { mandates(first: 100, atLeast: $atLeast) { items { id auditor agency givenBy from until purpose endedAt } next total } }
`;

export const GIVE_MANDATE = command<schema.GiveMandateInput>('giveMandate', 'GiveMandateInput');
