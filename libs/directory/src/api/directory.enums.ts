import { registerEnumType } from '@nestjs/graphql';
import { roles } from '@mash/directory-events';
import type { Role } from '@mash/directory-events';
import { codeEnum } from '@mash/graphql';
import { ORGANISATION_CAPACITIES, ORGANISATION_KINDS, PARTNER_KINDS } from '@mash/law';

export const OrganisationKindEnum = codeEnum('OrganisationKind', 'What kind of body an organisation is.', ORGANISATION_KINDS);
export const OrganisationCapacityEnum = codeEnum('OrganisationCapacity', 'What an organisation is in law, for a time.', ORGANISATION_CAPACITIES);
export const PartnerKindEnum = codeEnum('PartnerKind', 'As what a body is a safeguarding partner.', PARTNER_KINDS);
export const CodeSchemeEnum = codeEnum('CodeScheme', 'Who gives a code to organisations.', {
  GSS: { label: 'Office for National Statistics, for areas' }, ODS: { label: 'Health and care organisations' }, POLICE_FORCE: { label: 'Police forces' },
  URN: { label: 'Schools' }, CHARITY: { label: 'Charity Commission' },
});

/** GraphQL names hold no dash: REQUEST_HANDLER stands for request-handler. */
export const RoleEnum: Readonly<Record<string, Role>> = Object.fromEntries(roles.map((role) => [role.toUpperCase().replaceAll('-', '_'), role]));
registerEnumType(RoleEnum, { name: 'Role', description: 'What a post may do.' });
