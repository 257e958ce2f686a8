import type { PractitionerFacts } from '@mash/directory-events';
import { doesTheWorkOf } from '@mash/directory-events';
import type { Reads, Rows } from '@mash/graphql';
import type { Actor, Instant, PractitionerId } from '@mash/kernel';
import type { WorkBody } from '../views/work-body.js';
import type { WorkObject } from './work.objects.js';

type Absence = PractitionerFacts['absence'];

/** Hands over at reading time: the work of somebody who is away shows with whoever covers, and comes back by itself. */
export async function showWork(rows: Rows, actor: Actor, reads: Reads, bodies: readonly WorkBody[], now: Instant): Promise<WorkObject[]> {
  const absences = new Map<PractitionerId, Absence>();
  for (const worker of new Set(bodies.flatMap((body) => body.worker ?? []))) {
    const found = await rows.one<{ readonly absence: Absence }>(actor, reads, 'practitioner', `practitioner:${worker}`);
    absences.set(worker, found?.row.body.absence ?? null);
  }
  return bodies.map((body) => {
    const worker = body.worker && doesTheWorkOf(body.worker, absences.get(body.worker) ?? null, now);
    return { ...body, items: [...body.items], worker, awayWorker: worker === body.worker ? null : body.worker };
  });
}
