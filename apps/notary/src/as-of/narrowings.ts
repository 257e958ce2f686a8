import type { PractitionerBody } from '@mash/directory';
import { narrowDisclosure } from '@mash/disclosure';
import type { DisclosureBody } from '@mash/disclosure';
import type { Narrowing } from '@mash/replay';

const disclosure: Narrowing = (row, { actor, now, purpose }) => {
  const body = row as DisclosureBody;
  return narrowDisclosure(body, actor, purpose ?? body.useLimitation ?? body.purpose, now);
};

/** No query answers with an account. */
const practitioner: Narrowing = (row) => ({ body: { ...row as PractitionerBody, account: null }, withheld: [] });

/** What the hub's queries take from a row for its reader, by view: the same functions. */
export const narrowings: Readonly<Record<string, Narrowing>> = { disclosure, practitioner };
