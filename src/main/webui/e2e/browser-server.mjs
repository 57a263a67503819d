/** Runs one browser for several scripts: prints its address, and ends when its input does. */
import { chromium } from 'playwright-core';
import { LAUNCH } from './browser.mjs';

const server = await chromium.launchServer({ ...LAUNCH, host: '127.0.0.1' });
console.log(server.wsEndpoint());
process.stdin.on('end', () => void server.close());
process.stdin.resume();
