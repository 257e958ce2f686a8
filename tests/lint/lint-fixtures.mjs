// Lints each fixture as if it stood where the second argument of its pair says: node lint-fixtures.mjs <fixture> <place> …
// Answers on standard output with [{fixture, found: [{rule, line, message}]}].
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));
// In CI the type-aware rules take the program as it was read from disk, once; a fixture stands in place of a file on disk,
// and on a program that does not hold its text the compiler fails.
process.env.TSESTREE_SINGLE_RUN = 'false';
const linter = new ESLint({ cwd: root });
const answers = [];
const pairs = process.argv.slice(2);
for (let at = 0; at < pairs.length; at += 2) {
  const fixture = pairs[at];
  const code = await readFile(join(root, 'tests/lint/fixtures', fixture), 'utf8');
  const [result] = await linter.lintText(code, { filePath: join(root, pairs[at + 1]) });
  const found = result.messages.map(({ ruleId, line, message }) => ({ rule: ruleId, line, message }));
  answers.push({ fixture, found });
}
process.stdout.write(JSON.stringify(answers));
