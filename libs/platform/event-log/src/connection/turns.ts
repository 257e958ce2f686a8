/**
 * Lets so many calls go at once and the rest wait in order. A server takes a hundred on one connection; more would wait
 * inside the client with their deadlines running, be given up before they began, and come back all together.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** Whether a turn came within so many milliseconds; whoever got one must end it. */
  async take(milliseconds: number): Promise<boolean> {
    if (this.free > 0) {
      this.free -= 1;
      return true;
    }
    let timer: NodeJS.Timeout | undefined;
    const came = await new Promise<boolean>((resolve) => {
      const next = (): void => resolve(true);
      this.waiting.push(next);
      timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(next), 1);
        resolve(false);
      }, milliseconds);
    });
    clearTimeout(timer);
    return came;
  }

  end(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
