import type { components } from '@aegisx/tenancy-client';
import type { Plan, Tenant } from '../../api/types';
import { text } from '../../text';

/** What is in the fields of the form. */
export interface LimitsForm {
  plan: Plan;
  maxUsers: string;
  storageLimit: string;
  features: string;
  /** No list of the tenant's own. */
  featuresOfPlan: boolean;
  customDomain: string;
}

export type LimitsField = 'maxUsers' | 'storageLimit' | 'features' | 'customDomain';

export const MOST = { maxUsers: 10_000_000, storageLimit: 1_000_000_000 } as const;
const FEATURES_AT_MOST = 100;
const FEATURE = /^[a-z0-9][a-z0-9._-]{0,62}$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const DOMAIN_LENGTH = 253;

export function limitsOf({ plan, settings }: Tenant): LimitsForm {
  return {
    plan,
    maxUsers: settings.maxUsers?.toString() ?? '',
    storageLimit: settings.storageLimit?.toString() ?? '',
    features: settings.features?.join(', ') ?? '',
    // Whether the list is the plan's is not said where the tenant is; what is checked here is a wish.
    featuresOfPlan: false,
    customDomain: settings.customDomain ?? '',
  };
}

export function featureNames(entered: string): string[] {
  return [...new Set(entered.split(/[\s,]+/).filter((name) => name !== ''))];
}

/** What is wrong with a field, as the service would find. */
export function faultOf(form: LimitsForm, field: LimitsField): string | undefined {
  if (field === 'features') {
    const names = form.featuresOfPlan ? [] : featureNames(form.features);
    const bad = names.find((name) => !FEATURE.test(name));
    const many = names.length > FEATURES_AT_MOST ? text.settings.featuresMany : undefined;
    return bad === undefined ? many : text.settings.featuresBad(bad);
  }
  if (field === 'customDomain') {
    const domain = form.customDomain;
    const fits = domain === '' || (domain.length <= DOMAIN_LENGTH && DOMAIN.test(domain));
    return fits ? undefined : text.settings.domainBad;
  }
  const most = MOST[field];
  const fits = form[field] === '' || (/^\d{1,10}$/.test(form[field]) && Number(form[field]) <= most);
  return fits ? undefined : text.settings.numberBad(most.toLocaleString('en'));
}

/**
 * Only what was changed: the rest may follow the plan, and would not any more if it were named.
 * As a patch, where a null leaves a field to the plan.
 */
export function limitsPatch(form: LimitsForm, saved: LimitsForm): components['schemas']['TenantChange'] {
  const number = (value: string) => (value === '' ? null : Number(value));
  const settings = {
    ...(form.maxUsers !== saved.maxUsers && { maxUsers: number(form.maxUsers) }),
    ...(form.storageLimit !== saved.storageLimit && { storageLimit: number(form.storageLimit) }),
    ...(form.featuresOfPlan
      ? { features: null }
      : form.features !== saved.features && { features: featureNames(form.features) }),
    ...(form.customDomain !== saved.customDomain && { customDomain: form.customDomain || null }),
  };
  const patch = {
    ...(form.plan !== saved.plan && { plan: form.plan }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
  return patch as components['schemas']['TenantChange'];
}

export function hasChanges(form: LimitsForm, saved: LimitsForm): boolean {
  return Object.keys(limitsPatch(form, saved)).length > 0;
}
