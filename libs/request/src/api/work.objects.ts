import { Field, ID, ObjectType } from '@nestjs/graphql';
import { InstantScalar, PartyObject, UrgencyEnum, pageType } from '@mash/graphql';
import { TaskEnum } from './request.enums.js';

@ObjectType('WorkItem', { description: 'One open task of your unit.' })
export class WorkObject {
  @Field(() => ID, { description: 'The task.' }) readonly id: string;
  @Field(() => TaskEnum, { description: 'What is to be done.' }) readonly kind: string;
  @Field(() => ID, { nullable: true, description: 'The request it is about.' }) readonly requestId: string | null;
  @Field(() => ID, { nullable: true, description: 'The enquiry it is about.' }) readonly enquiryId: string | null;
  @Field(() => ID, { nullable: true, description: 'The disclosure it is about.' }) readonly disclosureId: string | null;
  @Field(() => ID, { nullable: true, description: 'The decision it follows from.' }) readonly decisionId: string | null;
  @Field(() => ID, { nullable: true, description: 'The approval that is sought.' }) readonly approvalId: string | null;
  @Field(() => ID, { nullable: true, description: 'The consent that was withdrawn.' }) readonly consentId: string | null;
  @Field(() => ID, { nullable: true, description: 'The person who is to be told.' }) readonly personId: string | null;
  @Field(() => [ID], { description: 'The items it is about.' }) readonly items: string[];
  @Field(() => UrgencyEnum, { nullable: true, description: 'How soon.' }) readonly urgency: string | null;
  @Field(() => InstantScalar, { description: 'Since when it is to be done.' }) readonly since: string;
  @Field(() => InstantScalar, { nullable: true, description: 'By when.' }) readonly due: string | null;
  @Field(() => PartyObject, { description: 'The unit whose task it is.' }) readonly party: PartyObject;
  @Field(() => ID, { nullable: true, description: 'Who is to do it now: the worker, or whoever covers while they are away.' }) readonly worker: string | null;
  @Field(() => ID, { nullable: true, description: 'The worker who has it and is away.' }) readonly awayWorker: string | null;
}

export const WorkPage = pageType('WorkItem', WorkObject);
