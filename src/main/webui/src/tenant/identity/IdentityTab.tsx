import {
  CodeBlock,
  CodeBlockAction,
  CodeBlockCode,
  Content,
  Title,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { Answered } from '../../parts/Answered';
import { type Fact, FactList } from '../../parts/FactList';
import { SimpleTable } from '../../parts/SimpleTable';
import type { IdentityProvider } from '../../api/types';
import { CopyableId, CopyButton } from '../../parts/CopyButton';
import { text } from '../../text';
import { exampleClaims } from './claims';
import { useIdentityProvider } from './queries';

/** What tokens of this tenant's people have to be like, for whoever sets up the provider. */
export function IdentityTab({ id }: { id: string }) {
  const found = useIdentityProvider(id);
  return (
    <Answered found={found}>
      {(provider) => (
        <>
          <Content component="p">{text.identity.lead}</Content>
          <div className="console-columns">
            <Facts provider={provider} />
            <Example provider={provider} />
          </div>
          <Others />
        </>
      )}
    </Answered>
  );
}

function Facts({ provider }: { provider: IdentityProvider }) {
  const { identity } = text;
  const value = (name: string, what: string) => <CopyableId value={name} what={what.toLowerCase()} />;
  const list = (names: readonly string[], what: string) => (
    <ul aria-label={what}>
      {names.map((name) => (
        <li key={name}>{value(name, `${what} ${name}`)}</li>
      ))}
    </ul>
  );
  const hinted = (fact: ReactNode, hint: string) => (
    <>
      {fact}
      <div className="console-hint">{hint}</div>
    </>
  );
  const facts: readonly Fact[] = [
    [identity.issuer, value(provider.issuer, identity.issuer)],
    [identity.audience, value(provider.audience, identity.audience)],
    [identity.tenantClaim, value(provider.tenantClaim, identity.tenantClaim)],
    [identity.tenantValues, hinted(list(provider.tenantClaimValues, identity.tenantValues), identity.tenantValuesHint)],
    [identity.rolesClaims, hinted(list(provider.rolesClaims, identity.rolesClaims), identity.rolesHint)],
    [identity.administratorRole, hinted(value(provider.administratorRole, identity.administratorRole), identity.memberRole)],
  ];
  return (
    <FactList isHorizontal={false} facts={facts} />
  );
}

function Example({ provider }: { provider: IdentityProvider }) {
  const { identity } = text;
  const claims = JSON.stringify(exampleClaims(provider, `<${identity.subject}>`), null, 2);
  return (
    <section>
      <Title headingLevel="h2">{identity.example}</Title>
      <Content component="p">{identity.exampleLead}</Content>
      <CodeBlock
        actions={
          <CodeBlockAction>
            <CopyButton value={claims} what={identity.exampleWhat} />
          </CodeBlockAction>
        }
      >
        <CodeBlockCode className="console-code">{claims}</CodeBlockCode>
      </CodeBlock>
    </section>
  );
}

type Other = (typeof text.identity.otherTokens)[number];

const OTHER_COLUMNS = [
  { title: text.identity.token, cell: ([token]: Other) => token },
  { title: text.identity.result, cell: ([, result]: Other) => result },
];

function Others() {
  const { identity } = text;
  return (
    <section className="console-section">
      <Title headingLevel="h2">{identity.others}</Title>
      <SimpleTable label={identity.others} columns={OTHER_COLUMNS} items={identity.otherTokens} keyOf={([token]) => token} />
    </section>
  );
}
