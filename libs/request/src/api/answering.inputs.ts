import { Field, InputType } from '@nestjs/graphql';
import { SharingMethodEnum, ShortTextScalar, TextScalar, UuidScalar } from '@mash/graphql';
import type { ItemId, PractitionerId, RequestId } from '@mash/kernel';
import type { AnswerKindCode, DisputeReasonCode, SharingMethodCode } from '@mash/law';
import { AnswerKindEnum, DisputeReasonEnum } from './request.enums.js';

@InputType({ description: 'An answer that needs no decision: nothing known, or a question back.' })
export class ItemAnswerInput {
  @Field(() => UuidScalar, { description: 'The item.' }) readonly itemId: ItemId;
  @Field(() => AnswerKindEnum, { description: 'NOTHING_KNOWN or CLARIFY.' }) readonly kind: AnswerKindCode;
  @Field(() => [ShortTextScalar], { defaultValue: [], description: 'For nothing known: each system that was searched.' }) readonly systemsSearched: string[];
  @Field(() => TextScalar, { nullable: true, description: 'What was said.' }) readonly told: string | null;
}

@InputType({ description: 'Answer items, or enter an answer that came by other means.' })
export class AnswerItemsInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The request.' }) readonly requestId: RequestId;
  @Field(() => [ItemAnswerInput], { description: 'The answers.' }) readonly answers: ItemAnswerInput[];
  @Field(() => SharingMethodEnum, { description: 'How the answer came: HUB_PORTAL when you are the addressee.' }) readonly method: SharingMethodCode;
}

@InputType({ description: 'Dispute a statutory request. The duty stays open.' })
export class DisputeRequestInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The request.' }) readonly requestId: RequestId;
  @Field(() => DisputeReasonEnum, { description: 'Why.' }) readonly reason: DisputeReasonCode;
  @Field(() => TextScalar, { description: 'What makes the reason true.' }) readonly words: string;
}

@InputType({ description: 'Give a request to a colleague, or hand it over.' })
export class AllocateRequestInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The request.' }) readonly requestId: RequestId;
  @Field(() => UuidScalar, { description: 'A colleague of the unit that was asked.' }) readonly worker: PractitionerId;
}
