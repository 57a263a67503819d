import type { Branding } from '../api/types';

export const FIELDS = ['primaryColor', 'secondaryColor', 'logo', 'favicon'] as const;
export type Field = (typeof FIELDS)[number];
export const COLOURS = ['primaryColor', 'secondaryColor'] as const;
export const ADDRESSES = ['logo', 'favicon'] as const;

/** What is in the fields of the form; empty where nothing is set. */
export type BrandingForm = Record<Field, string>;

const COLOUR = /^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/;
const ADDRESS = /^(https?:\/\/|\/(?!\/))[^\s"'<>\\]*$/;

export function formOf(branding: Branding | undefined): BrandingForm {
  const of = (field: Field) => branding?.[field] ?? '';
  return {
    primaryColor: of('primaryColor'),
    secondaryColor: of('secondaryColor'),
    logo: of('logo'),
    favicon: of('favicon'),
  };
}

export function isSame(one: BrandingForm, other: BrandingForm): boolean {
  return FIELDS.every((field) => one[field] === other[field]);
}

/** Whether the service would take the field as it is. */
export function isValid(field: Field, value: string): boolean {
  const pattern = field === 'primaryColor' || field === 'secondaryColor' ? COLOUR : ADDRESS;
  return value === '' || pattern.test(value);
}

/** As a patch: only there can a field that was emptied be unset, by a null. */
export function patchOf(form: BrandingForm): Branding {
  const patch: Record<Field, string | null> = {
    primaryColor: form.primaryColor || null,
    secondaryColor: form.secondaryColor || null,
    logo: form.logo || null,
    favicon: form.favicon || null,
  };
  return patch as Branding;
}

/** What a colour field of a browser understands: `#rrggbb` and nothing else. */
export function pickable(colour: string): string {
  if (!COLOUR.test(colour)) {
    return '#000000';
  }
  const digits = colour.slice(1).toLowerCase();
  return digits.length === 3 ? `#${[...digits].map((digit) => digit + digit).join('')}` : `#${digits.slice(0, 6)}`;
}
