import { CONSENT_USES, labelOf } from '@mash/law';
import { useMay, useRead } from '@mash/web-data-access';
import type { Choice } from '@mash/web-ui';
import { momentText, useNames } from '@mash/web-ui';
import { CONSENTS } from './records/record.operations.js';

const views = ['consent'] as const;

/** The consents of an enquiry on which somebody may rely now. */
export function useConsentChoices(enquiryId: string | null): readonly Choice[] {
  const may = useMay('consent:read');
  const { shown, standIn } = useNames();
  const consents = useRead(CONSENTS, { enquiryId: enquiryId ?? '' }, { wakeOn: views, skip: !may || enquiryId === null });
  return (consents.data?.consents.items ?? []).filter(({ status }) => status === 'GIVEN').map((each): Choice => ({
    value: each.id,
    label: `${shown ? each.giverName ?? 'Name no longer held' : standIn(each.giver)}, ${each.at === null ? '' : momentText(each.at)}: ${each.uses.map((code) => labelOf(CONSENT_USES, code).toLowerCase()).join(', ')}`,
  }));
}
