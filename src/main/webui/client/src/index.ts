export { type TenancyClient, type TenancyClientOptions, createTenancyClient } from './client.js';
export { type ErrorCode, type ErrorDetails, TenancyError, type Violation } from './errors.js';
export { etagOf, headerText, idempotencyKey, ifMatch } from './headers.js';
export type { TenancyMethod, TenancyMethods } from './methods.js';
export type { Naming } from './naming.js';
export { type PageAnswer, type PageStart, nextCursor, pages } from './paging.js';
export type { components, paths } from './schema.js';
