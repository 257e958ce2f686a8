import { search } from '../scenario/family.js';
import type { Story } from '../scenario/story.js';
import type { PractitionerKey } from '../town.js';

/** What a form says of somebody. */
export interface PersonForm {
  readonly givenName: string;
  readonly familyName: string;
  readonly birth: { readonly kind: string; readonly on?: string };
  readonly sex: string;
  readonly nhsNumber: string | null;
  readonly address: string | null;
}

/** Who makes somebody known, and under which name the story keeps them. */
export interface Registering {
  readonly name: string;
  readonly who: PractitionerKey;
  readonly unit: string;
  readonly existenceMarker: boolean;
}

/** Searches for somebody, uses the record that the unit has, and registers them when it has none. */
export async function knownPerson(story: Story, { name, who, unit, existenceMarker }: Registering, form: PersonForm): Promise<string> {
  const { givenName, familyName, birth } = form;
  const criteria = { familyName, givenName, ...(birth.kind === 'EXACT' ? { dateOfBirth: birth.on } : {}) };
  const person = await story.as(who);
  const register = async (key: string): Promise<string | null> => {
    const { searchId, matches } = await search(story, who, unit, criteria, key);
    const same = matches.find((match) => match.person.identification?.givenName === givenName && match.person.identification.familyName === familyName);
    if (same) return same.person.id;
    const input = {
      idempotencyKey: story.key(`register/${name}`), unit, searchId, existenceMarker, ...form,
      notTheSameAs: matches.map((match) => ({ personId: match.person.id, why: 'Another given name and another day of birth.' })),
    };
    // A town begun yesterday and finished today: what was searched then no longer counts, and is searched again.
    const result = await person.send('registerPerson', 'RegisterPersonInput', input);
    return result.__typename === 'Rejected' && result.reasons.some(({ code }) => code === 'NOT_SEARCHED') ? null
      : (await person.does('registerPerson', 'RegisterPersonInput', input)).id;
  };
  const id = await register(name) ?? await register(`${name}/${story.in(0)}`);
  if (id === null) throw new Error(`${who} could not register ${name}.`);
  story.made.set(name, id);
  return id;
}
