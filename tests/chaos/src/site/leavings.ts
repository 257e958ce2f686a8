/** What a run has made and must not leave behind: undone in the opposite order, whatever else goes wrong. */
export class Leavings {
  private readonly undo: (() => Promise<void> | void)[] = [];

  add(undo: () => Promise<void> | void): void {
    this.undo.push(undo);
  }

  async clear(): Promise<void> {
    for (let next = this.undo.pop(); next !== undefined; next = this.undo.pop()) {
      try {
        await next();
      } catch (error) {
        process.stderr.write(`could not tidy up: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
  }
}
