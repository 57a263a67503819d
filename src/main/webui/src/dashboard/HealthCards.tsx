import { Card, CardBody, CardFooter, CardTitle, Icon, Label } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon';
import { Link } from 'react-router';
import { When } from '../parts/When';
import { text } from '../text';
import type { Overview } from './types';

type Proof = NonNullable<Overview['isolation']>;

const { migrations: words, isolation: proof } = text.dashboard;

export function MigrationsCard({ migrations }: { migrations: Overview['migrations'] }) {
  const { target, current, behind, failed } = migrations;
  return (
    <Card>
      <CardTitle component="h2">{words.title}</CardTitle>
      <CardBody>
        <p>{words.target(target)}</p>
        <ul className="console-gap console-legend">
          <li>
            <Label variant="outline" color="green" icon={<CheckCircleIcon />}>
              {words.current(current.toLocaleString('en'))}
            </Label>
          </li>
          <li>
            <Label variant="outline" {...(behind > 0 && { color: 'orange', icon: <ExclamationTriangleIcon /> })}>
              {words.behind(behind.toLocaleString('en'))}
            </Label>
          </li>
          <li>
            <Label variant="outline" {...(failed > 0 && { color: 'red', icon: <ExclamationCircleIcon /> })}>
              {words.failed(failed.toLocaleString('en'))}
            </Label>
          </li>
        </ul>
      </CardBody>
      <CardFooter>
        <Link to="/migrations">{words.open}</Link>
      </CardFooter>
    </Card>
  );
}

export function IsolationCard({ isolation }: { isolation: Overview['isolation'] }) {
  return (
    <Card>
      <CardTitle component="h2">{proof.title}</CardTitle>
      <CardBody>{isolation ? <LastProof {...isolation} /> : <p>{proof.none}</p>}</CardBody>
      <CardFooter>
        <Link to="/isolation">{proof.open}</Link>
      </CardFooter>
    </Card>
  );
}

const VERDICT = {
  isolated: { status: 'success', icon: <CheckCircleIcon /> },
  broken: { status: 'danger', icon: <ExclamationCircleIcon /> },
  inconclusive: { status: 'warning', icon: <ExclamationTriangleIcon /> },
} as const;

function LastProof({ verdict, at }: Proof) {
  const { status, icon } = VERDICT[verdict];
  return (
    <>
      <p>
        <Icon status={status} isInline>
          {icon}
        </Icon>{' '}
        {proof.verdict[verdict]}
      </p>
      <div>
        {proof.at} <When at={at} />
      </div>
    </>
  );
}
