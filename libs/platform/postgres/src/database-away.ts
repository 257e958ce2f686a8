/** What PostgreSQL says when it goes or is not there yet, and what the network says instead of it. */
const codes: readonly unknown[] = [
  '57P01', '57P02', '57P03', '08000', '08001', '08003', '08004', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND',
];

/** What the driver says for itself, without a code. */
const words = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a query failed because the database could not be reached, so that asking again can help. */
export const isDatabaseAway = (error: unknown): boolean => typeof error === 'object' && error !== null
  && (('code' in error && codes.includes(error.code)) || ('message' in error && words.test(String(error.message))));
