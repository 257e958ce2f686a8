export * from './order/ledger.js';
export * from './order/read-order.js';
export * from './order/schema.js';
export * from './sight/read-permissions.js';
export * from './sight/replay-views.js';
export * from './sight/visible-to.js';
