// Takes the OpenAPI document from a running service: npm run openapi -w client [http://localhost:8080]
import { writeFileSync } from 'node:fs';

const service = process.argv[2] ?? 'http://localhost:8080';

// Keys are sorted, so that a rebuilt service that says the same changes nothing here.
const sorted = (value) =>
  value === null || typeof value !== 'object'
    ? value
    : Array.isArray(value)
      ? value.map(sorted)
      : Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        );

const answer = await fetch(`${service}/q/openapi?format=json`);
if (!answer.ok) {
  throw new Error(`${answer.url} answered ${answer.status}`);
}
const file = new URL('../openapi.json', import.meta.url);
writeFileSync(file, JSON.stringify(sorted(await answer.json()), null, 2) + '\n');
