import type { MandateBody } from '@mash/access';
import { mayKnowOf } from '@mash/access-policy';
import { accountLookup, actorFrom } from '@mash/directory';
import type { PractitionerBody } from '@mash/directory';
import type { PractitionerEvent } from '@mash/directory-events';
import type { Identity } from '@mash/identity';
import { NotPermitted } from '@mash/identity';
import type { Actor, AnyView, DomainEvent, Instant, PractitionerId, Recorded } from '@mash/kernel';
import { ViewMap } from '@mash/kernel';

/** The categories of streams that the register is folded from. */
export const registerCategories = ['practitioner', 'mandate'] as const;

/**
 * Who people are and which mandates they hold, from the events themselves: the notary asks no other service whether
 * somebody may audit it. Opened with no key, so that it holds no name and no purpose.
 */
export class Register {
  private readonly practitioners: ViewMap<DomainEvent, PractitionerBody>;
  private readonly mandates: ViewMap<DomainEvent, MandateBody>;
  private readonly accounts = new Map<string, PractitionerId>();

  constructor(views: readonly AnyView[]) {
    const named = (name: string): AnyView => {
      const view = views.find((each) => each.name === name);
      if (!view) throw new TypeError(`The view ${name} is needed to know who may audit.`);
      return view;
    };
    this.practitioners = new ViewMap<DomainEvent, PractitionerBody>(named('practitioner'));
    this.mandates = new ViewMap<DomainEvent, MandateBody>(named('mandate'));
  }

  /** Whether the register takes in events of this stream. */
  static follows(stream: string): boolean {
    return registerCategories.some((category) => stream.startsWith(`${category}-`));
  }

  /** The event types that the register is folded from. */
  get types(): ReadonlySet<string> {
    return new Set([...this.practitioners.view.handles, ...this.mandates.view.handles]);
  }

  apply(recorded: Recorded): void {
    this.practitioners.apply(recorded);
    this.mandates.apply(recorded);
    const event = recorded.event as PractitionerEvent;
    if (event.type === 'PractitionerRegistered' && event.data.account) {
      this.accounts.set(accountLookup(event.data.account), event.data.practitionerId);
    }
  }

  /** The person behind a token as the directory knows them now; the token's agency must agree. @throws NotPermitted */
  actorOf(identity: Identity, now: Instant): Actor {
    const practitioner = this.accounts.get(accountLookup(identity));
    const row = practitioner === undefined ? undefined : this.practitioners.get(practitioner);
    if (!row) throw new NotPermitted('NO_POST');
    const actor = actorFrom(row.body, now);
    if (identity.agencyClaim !== actor.agency) throw new NotPermitted('ANOTHER_AGENCY');
    return actor;
  }

  /** Mandates given to this auditor at the agency they work for now, in force or not, oldest first. */
  mandatesOf(auditor: Actor): MandateBody[] {
    return [...this.mandates.entries()]
      .filter(([key, row]) => key.endsWith('/auditor') && row.body.auditor === auditor.practitioner && mayKnowOf(auditor, row))
      .map(([, row]) => row.body)
      .sort((a, b) => (a.from === b.from ? a.id.localeCompare(b.id) : a.from.localeCompare(b.from)));
  }

  /** Those of the auditor's mandates that are in force. */
  inForce(auditor: Actor, now: Instant): MandateBody[] {
    return this.mandatesOf(auditor).filter((each) => isInForce(each, now));
  }
}

/** A mandate's period is the time in which it may be used; what happened before or after the period opens alike. */
export const isInForce = (mandate: MandateBody, now: Instant): boolean =>
  mandate.from <= now && now < mandate.until && (mandate.endedAt === null || now < mandate.endedAt);
