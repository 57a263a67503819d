/** Says what each scenario came to, as a line of JSON. */
export default async function* report(events) {
  const said = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:stderr' || type === 'test:stdout') {
      said.set(data.file, (said.get(data.file) ?? '') + data.message);
    }
    if ((type === 'test:pass' || type === 'test:fail') && data.nesting === 0) {
      yield `${JSON.stringify(outcome(type === 'test:pass', data, said.get(data.file) ?? ''))}\n`;
    }
  }
}

function outcome(passed, { name, details }, output) {
  const cause = details.error?.cause ?? details.error;
  return {
    scenario: name,
    passed,
    seconds: Math.round(details.duration_ms / 100) / 10,
    report: passed ? '' : [cause?.stack ?? cause, output].join('\n'),
  };
}
