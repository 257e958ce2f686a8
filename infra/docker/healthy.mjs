// The health check of a service's container: 0 when it says that it is well.
const answer = await fetch(`http://127.0.0.1:${process.env.MASH_PORT}/health`, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
