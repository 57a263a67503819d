import type { FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import type { paths } from './schema.js';

/** The HTTP methods that the service has. */
export type Verb = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** The addresses that have a method. */
type PathsWith<Method extends Verb> = {
  [Path in keyof paths]: undefined extends paths[Path][Method] ? never : Path;
}[keyof paths];

type Operation = Record<string | number, unknown>;

/** Failures are thrown, so that an answer has its data, unless there may be none to have. */
type Data<Asked extends Operation, Init> = Asked extends { responses: { 204: unknown } }
  ? FetchResponse<Asked, Init, `${string}/${string}`>['data']
  : Exclude<FetchResponse<Asked, Init, `${string}/${string}`>['data'], undefined>;

interface Answer<Asked, Init> {
  data: Asked extends Operation ? Data<Asked, Init> : never;
  response: Response;
}

/** A parameter that need not be given, where the operation requires nothing. */
type Rest<Init> = undefined extends Init ? [init?: Init] : [init: Init];

export type TenancyMethod<Method extends Verb> = <
  Path extends PathsWith<Method>,
  Init extends MaybeOptionalInit<paths[Path], Method>,
>(
  path: Path,
  ...init: Rest<Init>
) => Promise<Answer<paths[Path][Method], Init>>;

export interface TenancyMethods {
  readonly GET: TenancyMethod<'get'>;
  readonly PUT: TenancyMethod<'put'>;
  readonly POST: TenancyMethod<'post'>;
  /** The body is a JSON merge patch (RFC 7396). */
  readonly PATCH: TenancyMethod<'patch'>;
  readonly DELETE: TenancyMethod<'delete'>;
}
