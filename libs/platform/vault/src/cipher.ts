import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM under a fresh nonce; `bound` is authenticated with it, so that the ciphertext opens nowhere else. */
export function encrypt(key: Buffer, plain: Buffer, bound: string): { nonce: Buffer; ct: Buffer } {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  return { nonce, ct: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) };
}

/** @throws Error when key, ciphertext or binding is not the one it was sealed with. */
export function decrypt(key: Buffer, nonce: Buffer, ct: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(ct.subarray(ct.length - tagLength));
  return Buffer.concat([decipher.update(ct.subarray(0, ct.length - tagLength)), decipher.final()]);
}

/** A key under another key, as one value: nonce, then ciphertext with its tag. */
export function wrapKey(under: Buffer, key: Buffer, bound: string): Buffer {
  const { nonce, ct } = encrypt(under, key, bound);
  return Buffer.concat([nonce, ct]);
}

export const unwrapKey = (under: Buffer, wrapped: Buffer, bound: string): Buffer =>
  decrypt(under, wrapped.subarray(0, nonceLength), wrapped.subarray(nonceLength), bound);

export const newKey = (): Buffer => randomBytes(32);

/** A controller's root key, derived so that no table holds it. */
export const controllerRoot = (root: Buffer, controller: string): Buffer =>
  Buffer.from(hkdfSync('sha256', root, '', `mash controller ${controller}`, 32));
