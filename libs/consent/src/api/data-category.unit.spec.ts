import { describe, expect, it } from '@jest/globals';
import { dataCategories } from '@mash/consent-events';
import { DataCategoryEnum } from '@mash/graphql';

describe('the kinds of record that a form offers', () => {
  it('are those that a consent can name', () => expect(Object.keys(DataCategoryEnum)).toEqual([...dataCategories]));
});
