import type { Choice } from '@mash/web-ui';

const relations: Readonly<Record<string, string>> = {
  PARENT_OF: 'Parent of', CHILD_OF: 'Child of', SIBLING_OF: 'Brother or sister of', PARTNER_OF: 'Partner of',
  GRANDPARENT_OF: 'Grandparent of', GRANDCHILD_OF: 'Grandchild of', CARER_OF: 'Carer of', CARED_FOR_BY: 'Cared for by', OTHER: 'Related to',
};
export const relationWords = (relation: string): string => relations[relation] ?? relation;

/** What can be recorded; the other side is shown by itself. */
export const relationChoices: readonly Choice[] = ['PARENT_OF', 'CHILD_OF', 'SIBLING_OF', 'PARTNER_OF', 'GRANDPARENT_OF', 'CARER_OF', 'OTHER']
  .map((value) => ({ value, label: relationWords(value) }));
