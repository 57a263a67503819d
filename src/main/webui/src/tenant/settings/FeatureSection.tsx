import { Label, Title } from '@patternfly/react-core';
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon';
import MinusCircleIcon from '@patternfly/react-icons/dist/esm/icons/minus-circle-icon';
import { SimpleTable } from '../../parts/SimpleTable';
import type { Feature } from '../../api/types';
import { Answered } from '../../parts/Answered';
import { text } from '../../text';
import { useFeatures } from './queries';

export function FeatureSection({ id }: { id: string }) {
  const found = useFeatures(id);
  return (
    <section className="console-section">
      <Title headingLevel="h2">{text.settings.features}</Title>
      <div className="console-gap">
        <Answered found={found} height="2rem">
          {(features) =>
            features.length === 0 ? (
              <p>{text.settings.featuresEmpty}</p>
            ) : (
              <SimpleTable
                label={text.settings.featuresTable}
                columns={COLUMNS}
                items={features}
                keyOf={({ name = '' }) => name}
              />
            )
          }
        </Answered>
      </div>
    </section>
  );
}

const COLUMNS = [
  { title: text.settings.feature, cell: ({ name }: Feature) => name },
  { title: text.settings.has, cell: ({ enabled }: Feature) => <HasLabel has={enabled === true} /> },
  { title: text.settings.origin, cell: ({ origin = '' }: Feature) => text.settings.featureOrigins[origin] ?? origin },
];

function HasLabel({ has }: { has: boolean }) {
  return (
    <Label
      isCompact
      variant="outline"
      color={has ? 'green' : 'grey'}
      icon={has ? <CheckCircleIcon /> : <MinusCircleIcon />}
    >
      {has ? text.settings.hasIt : text.settings.hasNot}
    </Label>
  );
}
