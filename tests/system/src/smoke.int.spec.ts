import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Person, buildTown } from '@mash/town';
import { startProduct } from './harness/product.js';
import type { Product } from './harness/product.js';
import { setUpTowns } from './harness/set-up.js';

describe('the product', () => {
  const town = buildTown(1);
  let product: Product;
  beforeAll(async () => {
    product = await startProduct([town]);
    await setUpTowns(product, [town]);
  }, 120_000);
  afterAll(() => product.stop());

  it('lets a person of the town sign in and knows their post', async () => {
    const person = await Person.signIn(product.hubUrl, town.practitioners.socialWorker);
    const { me } = await person.read<{ me: { name: string; roles: string[] } }>('{ me { name agency units roles permissions } }');
    expect(me).toMatchObject({ name: `${town.practitioners.socialWorker.givenName} ${town.practitioners.socialWorker.familyName}`, roles: ['social-worker'] });
  });
});
