import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import type { Page } from '@mash/views';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 25, description: 'How many rows, at most 100.' }) readonly first: number;
  @Field(() => String, { nullable: true, description: 'The cursor that the page before gave as `next`.' }) readonly after: string | null;
  @Field(() => String, { nullable: true, description: 'Wait until the views show what a mutation gave as `seen`.' }) readonly atLeast: string | null;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}

/** A page type for one kind of row: the total counts only what this reader can see. */
export function pageType<T>(name: string, item: Type<T>): Type<PageOf<T>> {
  @ObjectType(`${name}Page`, { description: `A page of ${name} rows, as this reader sees them.` })
  class PageObject {
    @Field(() => [item], { description: 'The rows of this page.' }) readonly items: T[];
    @Field(() => String, { nullable: true, description: 'Where the next page begins; null on the last.' }) readonly next: string | null;
    @Field(() => Int, { description: 'How many rows this reader can see in all.' }) readonly total: number;
  }
  return PageObject;
}

/** A page of views as a page of objects. */
export const toPage = <Body, T>(page: Page<Body>, object: (body: Body, key: string) => T): PageOf<T> => ({
  items: page.rows.map(({ key, row }) => object(row.body, key)), next: page.next, total: page.total,
});
