import { ROWS } from './rows.mjs';

const testsOf = (results) => results.testResults.flatMap((file) => file.assertionResults);
const rowsOf = (title) => [...title.matchAll(/\b([AS]\d*\.\d+)\b/g)].map(([, id]) => id);
const reasonOf = (title) => /\[not checked: (.*)\]$/.exec(title)?.[1] ?? 'skipped';

/** What one run says of one row. */
function outcome(run, id) {
  const tests = testsOf(run.results).filter(({ title }) => rowsOf(title).includes(id));
  const count = (status) => tests.filter((test) => test.status === status).length;
  if (count('failed') > 0) return { state: 'FAILED', passed: count('passed') };
  if (count('passed') > 0) return { state: 'checked', passed: count('passed') };
  if (tests.length > 0) return { state: 'not checked', why: reasonOf(tests[0].title) };
  return { state: 'no test' };
}

const plural = (n) => `${n} test${n === 1 ? '' : 's'}`;

function describe(runs, { id, not }) {
  const each = runs.map((run) => ({ name: run.name, ...outcome(run, id) }));
  if (each.every(({ state }) => state === 'no test')) return not === undefined ? 'NO TEST' : `cannot be checked: ${not}`;
  const parts = each.map(({ name, state, passed, why }) => {
    if (state === 'checked') return `${name} ${passed}`;
    return `${name} ${state}${why === undefined ? '' : ` (${why})`}`;
  });
  if (each.every(({ state, passed }) => state === 'checked' && passed === each[0].passed)) return `checked by ${plural(each[0].passed)}`;
  return `checked: ${parts.join('; ')}`;
}

/** One line a row for the end of a run, and the rows that have neither a test nor a reason. */
export function compare(runs) {
  const lines = ROWS.map((row) => `${row.id.padEnd(7)}${row.says}\n       ${describe(runs, row)}`);
  const uncovered = ROWS.filter((row) => row.not === undefined && runs.every((run) => outcome(run, row.id).state === 'no test')).map(({ id }) => id);
  const known = new Set(ROWS.map(({ id }) => id));
  const strays = runs.flatMap((run) => testsOf(run.results).map(({ title }) => title)).filter((title) => !rowsOf(title).some((id) => known.has(id)));
  const failures = runs.flatMap((run) => [
    ...testsOf(run.results).filter(({ status }) => status === 'failed').map(({ title }) => `FAILED ${run.name}: ${title}`),
    ...run.results.testResults.filter(({ assertionResults, status }) => status === 'failed' && assertionResults.length === 0).map(({ name }) => `FAILED ${run.name}: ${name} did not run`),
  ]);
  const tail = [
    ...(uncovered.length > 0 ? [`rows without a test or a reason: ${uncovered.join(', ')}`] : []),
    ...(strays.length > 0 ? [`tests that name no row: ${[...new Set(strays)].join(' | ')}`] : []),
    ...failures,
  ];
  return { text: `\n${[...lines, ...tail].join('\n')}`, failures, uncovered };
}

/** The same as Markdown, for the README. */
export function table(runs) {
  const cell = (text) => text.replaceAll('|', '\\|');
  const filesOf = (id) => {
    const found = runs.flatMap((run) => run.results.testResults).filter((file) => file.assertionResults.some(({ title }) => rowsOf(title).includes(id)));
    return [...new Set(found.map(({ name }) => `\`${name.split('/').at(-1).replace('.conformance.ts', '')}\``))].sort().join(', ');
  };
  const lines = ROWS.map((row) => `| ${row.id} | ${cell(row.says)} | ${cell(filesOf(row.id) || `not checked: ${row.not ?? 'no test'}`)} |`);
  return `| Row | What is promised | Tests |\n|---|---|---|\n${lines.join('\n')}\n`;
}
