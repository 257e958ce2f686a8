import type { ServerWritableStream } from '@grpc/grpc-js';

import type { Refusal } from './refusal.js';

/** The sending side of a streaming call: keeps to the pace of the reader and knows when it has gone. */
export class Outlet {
  private gone = false;
  private roomMade: (() => void) | undefined;
  private woken: (() => void) | undefined;

  constructor(private readonly call: ServerWritableStream<unknown, Buffer>) {
    const leave = (): void => {
      this.gone = true;
      this.roomMade?.();
      this.woken?.();
    };
    call.on('cancelled', leave);
    call.on('close', leave);
    call.on('error', leave);
    call.on('drain', () => this.roomMade?.());
  }

  get closed(): boolean {
    return this.gone;
  }

  /** Nothing when more may be sent at once, otherwise a promise of when. */
  send(message: Buffer): Promise<void> | undefined {
    if (this.gone || this.call.write(message)) return undefined;
    return new Promise((resolve) => {
      this.roomMade = () => {
        this.roomMade = undefined;
        resolve();
      };
    });
  }

  /** Until there may be something new to send, or the reader has gone. */
  idle(): Promise<void> {
    if (this.gone) return Promise.resolve();
    return new Promise((resolve) => {
      this.woken = () => {
        this.woken = undefined;
        resolve();
      };
    });
  }

  /** Ends an `idle`; never a wait for room, or a slow reader would fill the memory. */
  nudge(): void {
    this.woken?.();
  }

  end(): void {
    if (!this.gone) this.call.end();
  }

  fail(refusal: Refusal): void {
    if (!this.gone) this.call.emit('error', refusal);
  }
}
