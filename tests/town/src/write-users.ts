import { writeFile } from 'node:fs/promises';
import { sampleUsersFile, sampleUsersText } from './sample-users.js';

/** `npm run sample-users`: writes the sign-ins of the sample town. */
await writeFile(sampleUsersFile, sampleUsersText());
