import { Field, InputType } from '@nestjs/graphql';
import { InstantScalar, ShortTextScalar, codeEnum, optional } from '@mash/graphql';
import type { Instant } from '@mash/kernel';
import { unreachable } from '@mash/kernel';
import { CALLBACK_SOURCES, CARRIED_CONTAINERS, POSTAL_SERVICES } from '@mash/law';
import type { CallbackSourceCode, CarriedContainerCode, MethodEvidence, PostalServiceCode, SharingMethodCode } from '@mash/law';

export const CallbackSourceEnum = codeEnum('CallbackSource', 'Where the number called back came from.', CALLBACK_SOURCES);
export const PostalServiceEnum = codeEnum('PostalService', 'How a letter went.', POSTAL_SERVICES);
export const CarriedContainerEnum = codeEnum('CarriedContainer', 'In what something was carried.', CARRIED_CONTAINERS);

@InputType({ description: 'What was done to make a way of sharing safe. Fill in the part that belongs to the method.' })
export class MethodEvidenceInput {
  @Field(() => ShortTextScalar, { ...optional, description: 'Telephone: who was on the line.' }) readonly callerName: string | null;
  @Field(() => ShortTextScalar, { ...optional, description: 'Telephone: from which organisation.' }) readonly callerOrg: string | null;
  @Field(() => [ShortTextScalar], { defaultValue: [], description: 'Telephone: what was checked.' }) readonly identifiersChecked: string[];
  @Field({ defaultValue: false, description: 'Telephone: the caller is known personally.' }) readonly knownToPractitioner: boolean;
  @Field(() => ShortTextScalar, { ...optional, description: 'Telephone: the number called back.' }) readonly callbackNumber: string | null;
  @Field(() => CallbackSourceEnum, { ...optional, description: 'Telephone: where that number came from.' }) readonly callbackNumberSource: CallbackSourceCode | null;
  @Field(() => InstantScalar, { ...optional, description: 'Telephone: when they were called back.' }) readonly calledBackAt: Instant | null;
  @Field({ defaultValue: false, description: 'Telephone: nobody could overhear.' }) readonly overheardRiskChecked: boolean;
  @Field(() => ShortTextScalar, { ...optional, description: 'Post: the person it is addressed to.' }) readonly addresseeName: string | null;
  @Field(() => ShortTextScalar, { ...optional, description: 'Post: the full address.' }) readonly address: string | null;
  @Field(() => PostalServiceEnum, { ...optional, description: 'Post: the service.' }) readonly service: PostalServiceCode | null;
  @Field({ defaultValue: false, description: 'Post: the inner envelope says “Addressee Only”.' }) readonly innerMarkedAddresseeOnly: boolean;
  @Field(() => Boolean, { ...optional, description: 'Post: a plain outer envelope was used.' }) readonly doubleEnvelope: boolean | null;
  @Field(() => ShortTextScalar, { ...optional, description: 'In person: what was carried.' }) readonly items: string | null;
  @Field(() => ShortTextScalar, { ...optional, description: 'In person: why.' }) readonly why: string | null;
  @Field(() => ShortTextScalar, { ...optional, description: 'In person: by whom.' }) readonly carriedBy: string | null;
  @Field(() => ShortTextScalar, { ...optional, description: 'In person: who authorised it.' }) readonly authorisedBy: string | null;
  @Field(() => CarriedContainerEnum, { ...optional, description: 'In person: in what.' }) readonly container: CarriedContainerCode | null;
  @Field(() => InstantScalar, { ...optional, description: 'In person: when it left.' }) readonly outAt: Instant | null;
  @Field(() => [ShortTextScalar], { defaultValue: [], description: 'E-mail: recipients, open copies included.' }) readonly to: string[];
  @Field(() => [ShortTextScalar], { defaultValue: [], description: 'E-mail: hidden copies.' }) readonly bcc: string[];
  @Field({ defaultValue: false, description: 'E-mail: it was encrypted.' }) readonly encryptionApplied: boolean;
  @Field(() => ShortTextScalar, { ...optional, description: 'Secure transfer: the service.' }) readonly transferService: string | null;
  @Field(() => [ShortTextScalar], { defaultValue: [], description: 'Meeting: everyone present.' }) readonly present: string[];
  @Field({ defaultValue: false, description: 'Meeting: nobody else could hear.' }) readonly settingSecure: boolean;
}

const nothing: MethodEvidenceInput = {
  callerName: null, callerOrg: null, identifiersChecked: [], knownToPractitioner: false, callbackNumber: null, callbackNumberSource: null, calledBackAt: null,
  overheardRiskChecked: false, addresseeName: null, address: null, service: null, innerMarkedAddresseeOnly: false, doubleEnvelope: null, items: null, why: null,
  carriedBy: null, authorisedBy: null, container: null, outAt: null, to: [], bcc: [], encryptionApplied: false, transferService: null, present: [], settingSecure: false,
};

/** What belongs to the method, out of everything that could have been filled in. */
export function toEvidence(method: SharingMethodCode, given: MethodEvidenceInput | null): MethodEvidence {
  const said = given ?? nothing;
  switch (method) {
    case 'TELEPHONE': return {
      method, callerName: said.callerName ?? '', callerOrg: said.callerOrg ?? '', identifiersChecked: said.identifiersChecked,
      knownToPractitioner: said.knownToPractitioner, overheardRiskChecked: said.overheardRiskChecked,
      ...(said.callbackNumber === null ? {} : { callbackNumber: said.callbackNumber }),
      ...(said.callbackNumberSource === null ? {} : { callbackNumberSource: said.callbackNumberSource }),
      ...(said.calledBackAt === null ? {} : { calledBackAt: said.calledBackAt }),
    };
    case 'POST':
    case 'COURIER': return {
      method, addresseeName: said.addresseeName ?? '', address: said.address ?? '', service: said.service ?? (method === 'COURIER' ? 'COURIER' : 'ORDINARY'),
      innerMarkedAddresseeOnly: said.innerMarkedAddresseeOnly, ...(said.doubleEnvelope === null ? {} : { doubleEnvelope: said.doubleEnvelope }),
    };
    case 'IN_PERSON': return {
      method, items: said.items ?? '', why: said.why ?? '', carriedBy: said.carriedBy ?? '', authorisedBy: said.authorisedBy ?? '',
      container: said.container ?? 'SEALED', ...(said.outAt === null ? {} : { outAt: said.outAt }),
    };
    case 'EMAIL': return { method, to: said.to, cc: [], bcc: said.bcc, encryptionApplied: said.encryptionApplied };
    case 'SECURE_TRANSFER': return { method, service: said.transferService ?? '' };
    case 'MEETING': return { method, present: said.present, settingSecure: said.settingSecure };
    case 'HUB_PORTAL':
    case 'REMOVABLE_MEDIA': return { method };
    default: return unreachable(method);
  }
}
