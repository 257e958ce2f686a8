// A service as `main.ts` is one, that fails after it has started in the way its argument says. Run from the built package.
import { clearInterval, setInterval } from 'node:timers';
import { runService } from '../../dist/index.js';

await runService('failing', async () => {
  const alive = setInterval(() => undefined, 1_000);
  const fail = {
    rejection: () => void Promise.reject(new RangeError('Ada Pelham')),
    exception: () => {
      throw new RangeError('Ada Pelham');
    },
    none: () => undefined,
  }[process.argv[2]];
  setTimeout(fail, 50);
  return { stop: async () => clearInterval(alive) };
});
