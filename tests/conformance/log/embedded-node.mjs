// One embedded node on a throw-away database, with a small door through which the tests may stop, start and stall it.
// The first argument is the options as JSON; the first line of output says, as JSON, where everything is.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createThrowawayLog } from '@mash/embedded-event-store/testing';
import pg from 'pg';

const { manners, allowDeletes, secured } = JSON.parse(process.argv[2]);

const log = await createThrowawayLog();
// The suite reads the whole log and metadata streams as an administrator would, and tries what others are refused.
const user = { name: 'conformance', password: randomUUID(), groups: ['$admins'] };
const start = (port) => (secured ? log.startSecured({ port, manners, allowDeletes, user }) : log.start({ port, manners, allowDeletes }));
let node = await start(0);
const { port } = node;
let running = true;
let stall;

/** Nothing can be committed while this lock is held, so appends run into their time limit. */
async function stallWrites() {
  stall = new pg.Client({ connectionString: log.ownerUrl });
  await stall.connect();
  const { rows } = await stall.query("SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'log'");
  await stall.query(`BEGIN; LOCK TABLE ${rows.map(({ name }) => name).join(', ')} IN EXCLUSIVE MODE`);
}

async function stop() {
  if (running) await node.stop();
  running = false;
}

async function startAgain() {
  if (!running) node = await start(port);
  running = true;
}

const actions = {
  '/stop': stop,
  '/start': startAgain,
  '/restart': async () => {
    await stop();
    await startAgain();
  },
  '/stall': stallWrites,
  '/release': async () => {
    await stall?.end();
    stall = undefined;
  },
};

const door = createServer((request, response) => {
  const action = actions[request.url];
  if (action === undefined) return void response.writeHead(404).end();
  Promise.resolve(action()).then(
    () => response.end(),
    (error) => response.writeHead(500).end(error.message),
  );
});
await new Promise((resolve) => door.listen(0, '127.0.0.1', resolve));

async function leave() {
  door.close();
  await stall?.end().catch(() => undefined);
  await stop();
  await log.drop();
  process.exit(0);
}
// Gone too when the run that started it is gone, however that ended.
process.once('disconnect', leave);
process.once('SIGTERM', leave);
process.once('SIGINT', leave);

process.send({ connectionString: node.connectionString, control: `http://127.0.0.1:${door.address().port}` });
