import { useRead } from '@mash/web-data-access';
import { useNameOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { PERSON_NAME } from './records/person-name.operations.js';

/** The name of somebody of whom a record holds the id alone. */
export function PersonName({ id }: { readonly id: string }): ReactNode {
  const { data, failure } = useRead(PERSON_NAME, { id });
  const nameOf = useNameOf();
  if (failure !== null) return 'somebody whom your unit does not know';
  return data === null ? '…' : nameOf(id, data.person.identification);
}
