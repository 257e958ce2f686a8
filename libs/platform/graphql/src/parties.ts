import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Party', { description: 'An organisation acting through one of its units.' })
export class PartyObject {
  @Field(() => ID, { description: 'The organisation.' }) readonly organisation: string;
  @Field(() => ID, { nullable: true, description: 'The unit; null for a body that does not use the hub.' }) readonly unit: string | null;
}

@ObjectType('Birth', { description: 'A birth: known, estimated, expected or unknown.' })
export class BirthObject {
  @Field({ description: 'EXACT, ESTIMATED, EXPECTED or UNKNOWN.' }) readonly kind: string;
  @Field(() => String, { nullable: true, description: 'The day, if any is known.' }) readonly on: string | null;
}

@ObjectType('Identification', { description: 'Who somebody is, as far as this reader may know.' })
export class IdentificationObject {
  @Field(() => String, { nullable: true, description: 'Given name.' }) readonly givenName: string | null;
  @Field(() => String, { nullable: true, description: 'Family name.' }) readonly familyName: string | null;
  @Field(() => [String], { nullable: true, description: 'Other names they are known by.' }) readonly alsoKnownAs: string[] | null;
  @Field(() => BirthObject, { nullable: true, description: 'Birth.' }) readonly birth: BirthObject | null;
  @Field(() => String, { nullable: true, description: 'Sex as recorded.' }) readonly sex: string | null;
  @Field(() => String, { nullable: true, description: 'NHS number, ten digits.' }) readonly nhsNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Address.' }) readonly address: string | null;
}
