import type { components } from '../schema.js';

/** How a tenant's pages look. */
export type Branding = components['schemas']['Branding'];

const COLOUR = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/**
 * Leaves of a branding what can do no harm in a page, whoever wrote it: colours as `#rgb`, `#rrggbb` or
 * `#rrggbbaa`, and addresses of images by http(s) or in `data:`. An absolute path is the service's.
 */
export function safeBranding(branding: Branding, service: URL): Branding {
  return {
    ...entry('logo', imageOf(branding.logo, service)),
    ...entry('primaryColor', colourOf(branding.primaryColor)),
    ...entry('secondaryColor', colourOf(branding.secondaryColor)),
    ...entry('favicon', imageOf(branding.favicon, service)),
  };
}

/** Shows a safe branding in the page. Returns what takes it away again. */
export function applyBranding(branding: Branding, page: Document): () => void {
  const undo = [
    applyColour('--tenant-primary', branding.primaryColor, page),
    applyColour('--tenant-secondary', branding.secondaryColor, page),
    applyFavicon(branding.favicon, page),
  ];
  return () => undo.forEach((step) => step());
}

function applyColour(name: string, colour: string | undefined, page: Document): () => void {
  const style = page.documentElement.style;
  if (colour !== undefined) {
    style.setProperty(name, colour);
  }
  return () => void style.removeProperty(name);
}

/** The page's own icons step aside: which of several a browser shows is up to the browser. */
function applyFavicon(address: string | undefined, page: Document): () => void {
  if (address === undefined) {
    return () => {};
  }
  const own = [...page.head.querySelectorAll('link[rel~="icon"]')];
  own.forEach((link) => link.remove());
  const icon = page.createElement('link');
  icon.rel = 'icon';
  icon.href = address;
  page.head.append(icon);
  return () => {
    icon.remove();
    page.head.append(...own);
  };
}

function colourOf(value: unknown): string | undefined {
  return typeof value === 'string' && COLOUR.test(value) ? value : undefined;
}

function imageOf(value: unknown, service: URL): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value, service)) {
    return undefined;
  }
  // Judged as the browser reads it, so that no spelling of another scheme slips through.
  const url = new URL(value, service);
  const image = url.protocol === 'data:' && /^image\//i.test(url.pathname);
  return image || url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** A part of a branding, left out where there is nothing. */
function entry(name: keyof Branding, value: string | undefined): Branding {
  return value === undefined ? {} : { [name]: value };
}
