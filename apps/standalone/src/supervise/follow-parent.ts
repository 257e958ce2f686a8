// When the parent is killed, nobody stops the children or watches what they do; they would hold
// their ports and write on into the next run's time. The channel between the two closes then,
// and must not itself keep a finished program alive.
const PROGRAM = `
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5000).unref();
  });
  process.channel?.unref();
`;

/** Loaded into each child ahead of its own program; a URL by itself, so that it needs no file. */
export const FOLLOW_PARENT = `data:text/javascript,${encodeURIComponent(PROGRAM.replaceAll(/\s+/g, ' ').trim())}`;
