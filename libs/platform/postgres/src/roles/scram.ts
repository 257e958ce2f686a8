import { createHash, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

const ITERATIONS = 4096;
const derive = promisify(pbkdf2);

/**
 * The SCRAM-SHA-256 verifier of a password, as PostgreSQL stores it. Sending this instead of the
 * password keeps the password out of the server's log and statistics.
 */
export async function scramVerifier(password: string, salt: Buffer = randomBytes(16)): Promise<string> {
  if (!/^[\x21-\x7e]+$/.test(password)) {
    // Other characters would have to be normalised by SASLprep exactly as the client does it.
    throw new Error('A database password must be printable ASCII without spaces.');
  }
  const salted = await derive(password, salt, ITERATIONS, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
