import type { ErrorRequestHandler } from 'express';

/** A body that is too large or no JSON: said in the form of a GraphQL answer, in place of the framework's own page with a stack. */
export const refuseUnreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const tooLarge = typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large';
  response.status(tooLarge ? 413 : 400).json({ errors: [{
    message: tooLarge ? 'This is more than the hub takes at once. Send less.' : 'The request could not be read: send JSON in UTF-8.',
    extensions: { code: tooLarge ? 'TOO_LARGE' : 'BAD_REQUEST' },
  }] });
};
