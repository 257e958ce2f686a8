import { SHARING_PURPOSES } from '@mash/law';
import { Reading, useRead } from '@mash/web-data-access';
import { Form, Page, Radios, choicesOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Disclosure } from './received.operations.js';
import { DISCLOSURE } from './received.operations.js';

/** What was stated for each record during this visit; a new visit states it anew. */
const stated = new Map<string, string>();

const purposes = choicesOf(SHARING_PURPOSES, ['PROTECT_CHILD', 'PROMOTE_CHILD_WELFARE', 'PROTECT_ADULT', 'PREVENT_SERIOUS_CRIME', 'CHILD_SAFEGUARDING_ARRANGEMENTS', 'LOCAL_PRACTICE_REVIEW', 'LEGAL_PROCEEDINGS']);
const views = ['disclosure'] as const;

interface GateProps { readonly id: string; readonly children: (of: Disclosure, changePurpose: () => void) => ReactNode }

function Opened({ id, purpose, children, changePurpose }: GateProps & { readonly purpose: string; readonly changePurpose: () => void }): ReactNode {
  const disclosure = useRead(DISCLOSURE, { id, purpose }, { wakeOn: views });
  return <Reading of={disclosure}>{({ disclosure: of }) => children(of, changePurpose)}</Reading>;
}

/** Nothing is read before somebody says what for. What they say is recorded with what they read. */
export function PurposeGate({ id, children }: GateProps): ReactNode {
  const [purpose, setPurpose] = useState(stated.get(id) ?? null);
  if (purpose !== null) return <Opened id={id} purpose={purpose} changePurpose={() => { stated.delete(id); setPurpose(null); }}>{children}</Opened>;
  return (
    <Page title="Why are you reading this?" back={{ to: '/', text: 'My work' }}>
      <p className="govuk-body">State your purpose before you read what was shared. It is recorded with your name. Information that came for one purpose only does not show for another.</p>
      <Form draft={`purpose:${id}`} submit="Continue" send={async (answers) => ({ accepted: answers.text('purpose') })} onAccepted={(chosen) => { stated.set(id, chosen); setPurpose(chosen); }}>
        <Radios name="purpose" label="Your purpose" required="Choose your purpose." choices={purposes} />
      </Form>
    </Page>
  );
}
