import { Field, ID, ObjectType, createUnionType } from '@nestjs/graphql';
import { CapacityEnum, IdentificationObject, InstantScalar, RejectedObject, pageType } from '@mash/graphql';
import { AddressKindEnum, KnownAsEnum, MatchReasonEnum, RelationEnum } from './person.enums.js';

@ObjectType('KnownTo', { description: 'A unit that holds a record of somebody, and the number to ring.' })
export class KnownToObject {
  @Field(() => ID, { description: 'The organisation.' }) readonly organisation: string;
  @Field(() => ID, { description: 'The unit.' }) readonly unit: string;
  @Field(() => String, { nullable: true, description: 'What the organisation is called.' }) readonly organisationName: string | null;
  @Field(() => String, { nullable: true, description: 'What the unit is called.' }) readonly unitName: string | null;
  @Field(() => String, { nullable: true, description: 'The number to ring.' }) readonly telephone: string | null;
}

@ObjectType('PersonAddress', { description: 'An address that your unit recorded.' })
export class PersonAddressObject {
  @Field(() => ID, { description: 'The place.' }) readonly placeId: string;
  @Field(() => AddressKindEnum, { description: 'What it is to them.' }) readonly kind: string;
  @Field({ description: 'GSS code of the council area that it lies in.' }) readonly area: string;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: string;
  @Field({ description: 'Nobody may learn it who does not need to.' }) readonly isProtected: boolean;
  @Field(() => String, { nullable: true, description: 'The address.' }) readonly address: string | null;
}

@ObjectType('PersonRelation', { description: 'A relation that your unit recorded.' })
export class PersonRelationObject {
  @Field(() => RelationEnum, { description: 'Is what.' }) readonly relation: string;
  @Field(() => ID, { description: 'Of whom.' }) readonly to: string;
}

@ObjectType('PersonInEnquiries', { description: 'An enquiry that somebody is in, as far as your unit knows.' })
export class PersonEnquiryObject {
  @Field(() => ID, { description: 'The enquiry.' }) readonly enquiryId: string;
  @Field(() => CapacityEnum, { description: 'In what capacity.' }) readonly capacity: string;
}

@ObjectType('Person', { description: 'A person as your unit knows them.' })
export class PersonObject {
  @Field(() => ID, { description: 'The person.' }) readonly id: string;
  @Field(() => KnownAsEnum, { description: 'How your unit comes to know of them.' }) readonly knownAs: string;
  @Field(() => IdentificationObject, { description: 'Who they are.' }) readonly identification: IdentificationObject;
  @Field(() => [KnownToObject], { description: 'Who holds a record, and whom to ring.' }) readonly knownTo: KnownToObject[];
  @Field(() => [PersonAddressObject], { description: 'Addresses that your unit recorded.' }) readonly addresses: PersonAddressObject[];
  @Field(() => [PersonRelationObject], { description: 'Relations that your unit recorded.' }) readonly relations: PersonRelationObject[];
  @Field(() => [PersonEnquiryObject], { description: 'Enquiries that your unit knows them to be in.' }) readonly enquiries: PersonEnquiryObject[];
}

@ObjectType('PersonMatch', { description: 'Somebody who may be the person searched for.' })
export class PersonMatchObject {
  @Field(() => PersonObject, { description: 'Who was found, as your unit may know them.' }) readonly person: PersonObject;
  @Field(() => [MatchReasonEnum], { description: 'Why they match, strongest first.' }) readonly why: string[];
}

@ObjectType('SearchedFor', { description: 'What was searched for, as it was understood: what a nil return means.' })
export class SearchedForObject {
  @Field(() => String, { nullable: true, description: 'Family name.' }) readonly familyName: string | null;
  @Field(() => String, { nullable: true, description: 'Given name.' }) readonly givenName: string | null;
  @Field(() => String, { nullable: true, description: 'Day of birth.' }) readonly dateOfBirth: string | null;
  @Field(() => String, { nullable: true, description: 'NHS number.' }) readonly nhsNumber: string | null;
}

@ObjectType('PeopleFound', { description: 'The search was made and is on record. Only people of whom your unit may know are searched.' })
export class PeopleFoundObject {
  @Field(() => ID, { description: 'The search: registering somebody names it.' }) readonly searchId: string;
  @Field({ description: 'Give this to a query as `atLeast`.' }) readonly seen: string;
  @Field(() => SearchedForObject, { description: 'What was searched for.' }) readonly searched: SearchedForObject;
  @Field(() => [PersonMatchObject], { description: 'Who was found; none when nobody matched.' }) readonly matches: PersonMatchObject[];
}

export const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'What a search found, or why it was not made.',
  types: () => [PeopleFoundObject, RejectedObject] as const,
  resolveType: (value: object) => ('reasons' in value ? RejectedObject : PeopleFoundObject),
});

export const PersonPage = pageType('Person', PersonObject);
