import { expect, it } from 'vitest';
import { addressOf } from './HostLink';

it.each([
  ['acme.localhost', 'http:', 'localhost', '8080', 'http://acme.localhost:8080'],
  ['acme.example.com', 'https:', 'console.example.com', '', 'https://acme.example.com'],
  ['acme.example.com', 'https:', 'example.com', '8443', 'https://acme.example.com:8443'],
  ['tenants.other.org', 'https:', 'example.com', '8443', 'https://tenants.other.org'],
])('has %s at the console’s own protocol and port: %s %s %s', (host, protocol, hostname, port, expected) => {
  expect(addressOf(host, { protocol, hostname, port })).toBe(expected);
});
