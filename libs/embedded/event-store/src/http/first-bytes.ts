import type { Socket } from 'node:net';

/** How every HTTP/2 connection begins; no request of HTTP/1.1 does. */
const PREFACE = Buffer.from('PRI');
const PATIENCE_MS = 10_000;

/** Tells which protocol a plaintext connection speaks and hands it on, nothing of it consumed. */
export function byFirstBytes(socket: Socket, doors: { readonly http2: (socket: Socket) => void; readonly http1: (socket: Socket) => void }): void {
  const heard: Buffer[] = [];
  // A connection that says nothing would otherwise hold its place for ever.
  const timer = setTimeout(() => socket.destroy(), PATIENCE_MS).unref();
  const listen = (): void => {
    const bytes: unknown = socket.read();
    if (!Buffer.isBuffer(bytes)) return;
    heard.push(bytes);
    const said = Buffer.concat(heard);
    const known = Math.min(said.length, PREFACE.length);
    const maybePreface = said.subarray(0, known).equals(PREFACE.subarray(0, known));
    if (maybePreface && known < PREFACE.length) return;
    clearTimeout(timer);
    socket.off('readable', listen);
    socket.unshift(said);
    if (maybePreface) doors.http2(socket);
    else doors.http1(socket);
  };
  socket.on('readable', listen);
  socket.once('close', () => clearTimeout(timer));
}
