import { Label, Skeleton, Title } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import MinusCircleIcon from '@patternfly/react-icons/dist/esm/icons/minus-circle-icon';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { Feature } from '../../api/types';
import { ProblemState } from '../../parts/ProblemState';
import { text } from '../../text';
import { useFeatures } from './queries';

export function FeatureSection({ id }: { id: string }) {
  const { data, error, refetch } = useFeatures(id);
  return (
    <section className="console-section">
      <Title headingLevel="h2">{text.settings.features}</Title>
      <div className="console-gap">
        {error ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton screenreaderText={text.state.loading} />
        ) : data.length === 0 ? (
          <p>{text.settings.featuresEmpty}</p>
        ) : (
          <FeatureTable features={data} />
        )}
      </div>
    </section>
  );
}

function FeatureTable({ features }: { features: readonly Feature[] }) {
  const { settings } = text;
  return (
    <Table role="table" aria-label={settings.featuresTable} variant="compact" gridBreakPoint="grid-md">
      <Thead>
        <Tr>
          {[settings.feature, settings.has, settings.origin].map((title) => (
            <Th key={title}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {features.map(({ name = '', enabled, origin = '' }) => (
          <Tr key={name}>
            <Td dataLabel={settings.feature} modifier="breakWord">{name}</Td>
            <Td dataLabel={settings.has}>
              <Label
                isCompact
                variant="outline"
                color={enabled ? 'green' : 'grey'}
                icon={enabled ? <CheckCircleIcon /> : <MinusCircleIcon />}
              >
                {enabled ? settings.hasIt : settings.hasNot}
              </Label>
            </Td>
            <Td dataLabel={settings.origin}>{settings.featureOrigins[origin] ?? origin}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
