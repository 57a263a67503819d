import { readFile } from 'node:fs/promises';
import { createServer, request as send } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Where the console is: at `CONSOLE_URL`, or made of the production build in front of `SERVICE_URL`. */
export async function findConsole() {
  if (process.env.CONSOLE_URL) {
    return { base: process.env.CONSOLE_URL, close: () => {} };
  }
  const server = await serve(process.env.SERVICE_URL ?? 'http://localhost:8080');
  return { base: `http://localhost:${server.address().port}`, close: () => server.close() };
}

/**
 * Serves the production build as the service does, under its content security policy, and passes
 * everything else on to a service that runs in development mode.
 */
async function serve(service) {
  const { issuer } = await (await fetch(`${service}/console/config.json`)).json();
  const policy = [
    "default-src 'self'",
    `connect-src 'self' ${new URL(issuer).origin}`,
    "img-src 'self' data: https:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (!pathname.startsWith('/console/') || pathname === '/console/config.json') {
      pass(request, response, service);
      return;
    }
    response.setHeader('Content-Security-Policy', policy);
    const path = normalize(pathname.slice('/console/'.length));
    const file = extname(path) === '' || path.startsWith('..') ? 'index.html' : path;
    try {
      const content = await readFile(join(DIST, file));
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server)));
}

function pass(request, response, service) {
  const { hostname, port } = new URL(service);
  // A subdomain names a tenant there as it does here.
  const host = `${new URL(`http://${request.headers.host}`).hostname}:${port}`;
  const passed = send(
    { hostname, port, path: request.url, method: request.method, headers: { ...request.headers, host } },
    (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
    },
  );
  passed.on('error', () => response.writeHead(502).end());
  request.pipe(passed);
}
