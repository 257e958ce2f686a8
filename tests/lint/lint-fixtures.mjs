// Lints each fixture as if it stood where the second argument of its pair says: node lint-fixtures.mjs <fixture> <place> …
// Answers on standard output with [{fixture, found: [{rule, line, message}]}].
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Standing in place of another file, a fixture changes what the program exports; on such a program the compiler can fail
// inside this one rule, which no fixture is about.
const linter = new ESLint({ cwd: root, overrideConfig: [{ rules: { '@typescript-eslint/no-misused-promises': 'off' } }] });
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
