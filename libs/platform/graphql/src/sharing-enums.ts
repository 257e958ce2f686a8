import * as law from '@mash/law';
import { codeEnum, listEnum } from './code-enum.js';

/** Code lists that several contexts of sharing name, registered once. */
export const RestrictionEnum = codeEnum('RestrictionCode', 'A restriction that an originator placed.', law.RESTRICTIONS);
export const DataCategoryEnum = listEnum('DataCategory', 'Whose kind of record it is.', ['HEALTH', 'SOCIAL_CARE', 'EDUCATION', 'POLICE', 'HOUSING', 'OTHER'] as const);

/** For an input that may be left out: what was left out arrives as null, never as undefined. */
export const optional = { nullable: true, defaultValue: null } as const;
