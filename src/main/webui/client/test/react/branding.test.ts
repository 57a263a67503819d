import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyBranding, safeBranding } from '../../src/react/branding.js';

const SERVICE = new URL('https://acme.example.com/api');
const page = document;

const colour = (primaryColor: string) => safeBranding({ primaryColor }, SERVICE).primaryColor;
const logo = (address: string) => safeBranding({ logo: address }, SERVICE).logo;
const shown = (name: string) => page.documentElement.style.getPropertyValue(name);
const icons = () =>
  [...page.head.querySelectorAll('link')].map((link) => link.getAttribute('href'));

describe('what is safe', () => {
  it.each(['#fff', '#C2410c', '#c2410c80'])('is the colour %s', (value) => expect(colour(value)).toBe(value));

  it.each([
    '#ffff',
    '#ggg',
    'red',
    ' #fff',
    '#fff\n',
    '#fff;background:url(https://evil.test)',
    'url(https://evil.test)',
    'var(--x)',
    '',
  ])('is not %j as a colour', (value) => expect(colour(value)).toBeUndefined());

  it.each([
    ['https://cdn.example/logo.svg', 'https://cdn.example/logo.svg'],
    ['http://cdn.example/logo.svg', 'http://cdn.example/logo.svg'],
    ['/logos/acme.svg', 'https://acme.example.com/logos/acme.svg'],
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
  ])('is the image %s', (value, url) => expect(logo(value)).toBe(url));

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:,image/png',
    'blob:https://acme.example.com/1',
    'file:///etc/passwd',
    'ftp://cdn.example/logo.svg',
    'http://',
  ])('is not %j as an image', (value) => expect(logo(value)).toBeUndefined());

  it('is nothing of another type', () => {
    const odd = { logo: 7, favicon: null, primaryColor: ['#fff'], secondaryColor: {} };
    expect(safeBranding(odd as never, SERVICE)).toEqual({});
  });
});

describe('in the page', () => {
  beforeEach(() => {
    page.head.innerHTML =
      '<link rel="canonical" href="home"><link rel="shortcut icon" href="own.ico">';
  });
  afterEach(() => {
    page.head.innerHTML = '';
  });

  it('shows colours, and takes them away again', () => {
    const undo = applyBranding({ primaryColor: '#c2410c', secondaryColor: '#fff' }, page);
    expect(shown('--tenant-primary')).toBe('#c2410c');
    expect(shown('--tenant-secondary')).toBe('#fff');
    undo();
    expect(shown('--tenant-primary')).toBe('');
    expect(shown('--tenant-secondary')).toBe('');
  });

  it('shows its icon instead of the own one of the page, which comes back', () => {
    const undo = applyBranding({ favicon: 'https://cdn.example/acme.ico' }, page);
    expect(icons()).toEqual(['home', 'https://cdn.example/acme.ico']);
    undo();
    expect(icons()).toEqual(['home', 'own.ico']);
  });

  it('leaves alone what it says nothing about', () => {
    const undo = applyBranding({}, page);
    expect(icons()).toEqual(['home', 'own.ico']);
    expect(shown('--tenant-primary')).toBe('');
    undo();
    expect(icons()).toEqual(['home', 'own.ico']);
  });
});
