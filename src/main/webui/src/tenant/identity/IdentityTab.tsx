import {
  CodeBlock,
  CodeBlockAction,
  CodeBlockCode,
  Content,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Skeleton,
  Title,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';
import type { IdentityProvider } from '../../api/types';
import { CopyableId, CopyButton } from '../../parts/CopyButton';
import { ProblemState } from '../../parts/ProblemState';
import { text } from '../../text';
import { exampleClaims } from './claims';
import { useIdentityProvider } from './queries';

/** What tokens of this tenant's people have to be like, for whoever sets up the provider. */
export function IdentityTab({ id }: { id: string }) {
  const { data, error, refetch } = useIdentityProvider(id);
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <Skeleton height="10rem" screenreaderText={text.state.loading} />;
  }
  return (
    <>
      <Content component="p">{text.identity.lead}</Content>
      <div className="console-columns">
        <Facts provider={data} />
        <Example provider={data} />
      </div>
      <Others />
    </>
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
  const facts: readonly [string, ReactNode, string?][] = [
    [identity.issuer, value(provider.issuer, identity.issuer)],
    [identity.audience, value(provider.audience, identity.audience)],
    [identity.tenantClaim, value(provider.tenantClaim, identity.tenantClaim)],
    [identity.tenantValues, list(provider.tenantClaimValues, identity.tenantValues), identity.tenantValuesHint],
    [identity.rolesClaims, list(provider.rolesClaims, identity.rolesClaims), identity.rolesHint],
    [identity.administratorRole, value(provider.administratorRole, identity.administratorRole), identity.memberRole],
  ];
  return (
    <DescriptionList isCompact>
      {facts.map(([term, description, hint]) => (
        <DescriptionListGroup key={term}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>
            {description}
            {hint && <div className="console-hint">{hint}</div>}
          </DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
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

function Others() {
  const { identity } = text;
  return (
    <section className="console-section">
      <Title headingLevel="h2">{identity.others}</Title>
      <Table role="table" aria-label={identity.others} variant="compact" gridBreakPoint="grid-md">
        <Thead>
          <Tr>
            <Th>{identity.token}</Th>
            <Th>{identity.result}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {identity.otherTokens.map(([token, result]) => (
            <Tr key={token}>
              <Td dataLabel={identity.token}>{token}</Td>
              <Td dataLabel={identity.result}>{result}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </section>
  );
}
