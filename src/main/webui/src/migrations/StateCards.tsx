import {
  Card,
  CardBody,
  CardTitle,
  Label,
  Progress,
} from '@patternfly/react-core';
import { type Fact, FactList } from '../parts/FactList';
import { SimpleTable } from '../parts/SimpleTable';
import { text } from '../text';
import { FailedLabel } from './FailedLabel';
import type { Migrations } from './types';

const words = text.migrations;

export function StateCards({ migrations }: { migrations: Migrations }) {
  return (
    <>
      {migrations.running && <Running migrations={migrations} />}
      <div className="console-cards console-cards-small console-gap">
        <Summary migrations={migrations} />
        <Versions migrations={migrations} />
        <Waves waves={migrations.waves} />
      </div>
    </>
  );
}

function Running({ migrations: { current, tenants } }: { migrations: Migrations }) {
  const reached = words.progress(current.toLocaleString('en'), tenants.toLocaleString('en'));
  return (
    <div className="console-gap">
      <Progress
        id="migrations"
        title={words.running}
        value={current}
        max={Math.max(tenants, 1)}
        label={reached}
        valueText={reached}
      />
    </div>
  );
}

function Summary({ migrations }: { migrations: Migrations }) {
  const { target, tenants, current, behind, failed } = migrations;
  const entries: readonly Fact[] = [
    [words.target, target],
    [words.tenants, tenants.toLocaleString('en')],
    [words.current, current.toLocaleString('en')],
    [words.behind, behind.toLocaleString('en')],
    [words.failed, failed > 0 ? <FailedLabel key="failed" count={failed} /> : '0'],
  ];
  return (
    <Card>
      <CardTitle component="h2">{words.summary}</CardTitle>
      <CardBody>
        <FactList facts={entries} />
      </CardBody>
    </Card>
  );
}

function Versions({ migrations: { versions, target } }: { migrations: Migrations }) {
  const columns = [
    {
      title: words.version,
      cell: ({ version }: Migrations['versions'][number]) => (
        <>
          {version === 0 ? words.noVersion : version} {version === target && <Label isCompact>{words.isTarget}</Label>}
        </>
      ),
    },
    { title: words.count, cell: (each: Migrations['versions'][number]) => each.tenants.toLocaleString('en') },
  ];
  return (
    <Card>
      <CardTitle component="h2">{words.versions}</CardTitle>
      <CardBody>
        {versions.length === 0 ? (
          <p>{words.versionsEmpty}</p>
        ) : (
          <SimpleTable label={words.versionsTable} columns={columns} items={versions} keyOf={(each) => String(each.version)} />
        )}
      </CardBody>
    </Card>
  );
}

const WAVE_COLUMNS = [
  { title: words.wave, cell: (wave: Migrations['waves'][number]) => wave.number },
  { title: words.count, cell: (wave: Migrations['waves'][number]) => wave.tenants.toLocaleString('en') },
];

function Waves({ waves }: { waves: Migrations['waves'] }) {
  return (
    <Card>
      <CardTitle component="h2">{words.waves}</CardTitle>
      <CardBody>
        {waves.length === 0 ? (
          <p>{words.wavesEmpty}</p>
        ) : (
          <SimpleTable label={words.wavesTable} columns={WAVE_COLUMNS} items={waves} keyOf={(wave) => String(wave.number)} />
        )}
      </CardBody>
    </Card>
  );
}
