import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../chance.js';
import { ChaosProxy } from '../proxy/chaos-proxy.js';
import type { Link } from '../proxy/link.js';
import type { Phase } from './phase.js';
import { Trial } from './trial.js';

type Fault = 'reset' | 'reset-all' | 'stall' | 'half-close' | 'slow' | 'refuse' | 'database-reset' | 'database-stall' | 'database-half-close' | 'database-slow';
const faults: readonly [Fault, ...Fault[]] = [
  'reset', 'reset', 'reset-all', 'stall', 'stall', 'half-close', 'half-close', 'slow', 'slow', 'refuse',
  'database-reset', 'database-stall', 'database-half-close', 'database-slow',
];

/** Resets, silence, half-closed and slow connections, between clients and node and between node and database. */
export const network: Phase = {
  name: 'network',
  title: 'resets, stalls, half-closed and slow connections through the chaos proxy',
  async run(stage) {
    const wanted = stage.full ? 50_000 : 3_000;
    const postgres = await stage.site.postgres();
    const database = await ChaosProxy.start(Number(new URL(postgres.adminUrl).port));
    let outside: ChaosProxy | undefined;
    const dial = async (port: number): Promise<string> => {
      outside = await ChaosProxy.start(port);
      return `esdb://127.0.0.1:${outside.port}?tls=false`;
    };
    const through = (url: string): string => Object.assign(new URL(url), { port: String(database.port) }).href;
    const trial = await Trial.begin(stage, { writers: 3, workers: 16, followers: 3, dial: (node) => dial(node.port), throughDatabase: through });
    const counts: Record<string, number> = {};
    try {
      for (let done = trial.acknowledged(); done < wanted && outside; done = trial.acknowledged()) {
        const fault = stage.chance.pick(faults);
        counts[fault] = (counts[fault] ?? 0) + 1;
        trial.fault();
        await apply(fault, fault.startsWith('database') ? database : outside, stage.chance);
        await pause(stage.chance.between(100, 900));
        stage.say(`${done} of ${wanted} appends acknowledged, ${trial.faults.length} faults`);
      }
      outside?.heal();
      database.heal();
      return await trial.reckon([], { counts });
    } finally {
      await trial.end();
      await Promise.all([outside?.stop(), database.stop()]);
    }
  },
};

async function apply(fault: Fault, proxy: ChaosProxy, chance: Chance): Promise<void> {
  const links = [...proxy.links];
  const some = links.filter(() => chance.next() < 0.5);
  const victims = some.length > 0 ? some : links.slice(0, 1);
  const during = async (begin: (link: Link) => void): Promise<void> => {
    victims.forEach(begin);
    // Mostly shorter than a deadline, now and then longer than several.
    await pause(chance.next() < 0.15 ? chance.between(2_000, 4_000) : chance.between(50, 1_200));
    proxy.heal();
  };
  switch (fault) {
    case 'reset':
    case 'database-reset':
      return victims.forEach((link) => link.reset());
    case 'reset-all':
      return links.forEach((link) => link.reset());
    case 'half-close':
    case 'database-half-close':
      return victims.forEach((link) => link.halfClose(chance.next() < 0.5 ? 'client' : 'server'));
    case 'stall':
    case 'database-stall':
      return during((link) => link.stall(chance.pick(['client', 'server', 'both'])));
    case 'slow':
    case 'database-slow':
      return during((link) => link.slow(chance.between(500, 20_000)));
    case 'refuse':
      proxy.refusing = true;
      return during((link) => link.reset());
  }
}
