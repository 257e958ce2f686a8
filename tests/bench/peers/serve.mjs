// One order a line on the input, one speed a line on the output, marked as such beside what a peer says of itself: the bench asks for rounds in turn.
import { createInterface } from 'node:readline';

/** @param append appends so many events one after the other to a stream of its own */
export async function serve(append) {
  process.stdout.write('ready\n');
  for await (const line of createInterface(process.stdin)) {
    const { inFlight, amount, event } = JSON.parse(line);
    const began = performance.now();
    await Promise.all(Array.from({ length: inFlight }, () => append(amount / inFlight, event)));
    process.stdout.write(`speed ${amount / ((performance.now() - began) / 1000)}\n`);
  }
}
