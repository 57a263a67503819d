/** Says what each scenario came to, as a line of JSON. */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if ((type === 'test:pass' || type === 'test:fail') && data.nesting === 0) {
      const { error, duration_ms: duration } = data.details;
      const cause = error?.cause ?? error;
      const line = {
        scenario: data.name,
        passed: type === 'test:pass',
        seconds: Math.round(duration / 100) / 10,
        report: cause === undefined ? '' : String(cause.stack ?? cause),
      };
      yield `${JSON.stringify(line)}\n`;
    }
  }
}
