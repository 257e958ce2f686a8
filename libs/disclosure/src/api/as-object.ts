import { RESTRICTIONS } from '@mash/law';
import type { DisclosureBody } from '../views/disclosure-body.js';

/** A body as GraphQL shows it: with the words of each restriction, and the basis apart from “on the consent alone”. */
export const asObject = (body: DisclosureBody) => ({
  ...body,
  items: body.items.map(({ ownBasis, restrictions, ...item }) => ({
    ...item, ownBasis: ownBasis === 'CONSENT_ALONE' ? null : ownBasis, onConsentAlone: ownBasis === 'CONSENT_ALONE',
    restrictions: restrictions.map((each) => ({ ...each, says: RESTRICTIONS[each.code].says })),
  })),
});
