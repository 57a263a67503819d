import { TenancyError } from '@aegisx/tenancy-client';
import { text } from '../text';
import type { Person } from './person';

/**
 * What the service says of a field, to be shown at the field. An address that stays what it is cannot
 * be taken: then the conflict is another one.
 */
export function refusedFields(error: unknown, newEmail: boolean): Partial<Record<keyof Person, string>> {
  if (!(error instanceof TenancyError)) {
    return {};
  }
  if (error.code === 'CONFLICT' && newEmail) {
    return { email: text.users.taken };
  }
  const of = (field: keyof Person) =>
    error.violations.find((violation) => violation.field?.split('.').at(-1) === field)?.message;
  const email = of('email');
  const name = of('name');
  return { ...(email && { email }), ...(name && { name }) };
}
