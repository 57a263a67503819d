import { PageSection, Skeleton } from '@patternfly/react-core';
import { PageHeading } from '../app/PageHeading';
import { ProblemState } from '../parts/ProblemState';
import { StaleAlert } from '../parts/StaleAlert';
import { When } from '../parts/When';
import { text } from '../text';
import { DayCharts } from './DayCharts';
import { IsolationCard, MigrationsCard } from './HealthCards';
import { BusiestCard, ProvisioningCard, QuotaCard } from './ListCards';
import { useOverview } from './queries';
import { TenantsCard } from './TenantsCard';
import type { Overview } from './types';

export function DashboardPage() {
  const { data, error, refetch } = useOverview();
  return (
    <>
      <PageHeading
        title={text.dashboard.title}
        aside={
          data && (
            <>
              {text.dashboard.asOf} <When at={data.at} />
            </>
          )
        }
      />
      <PageSection hasBodyWrapper={false}>
        {error && !data ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            {error && <StaleAlert error={error} />}
            <div className="console-cards">{data ? <Cards overview={data} /> : <Skeletons />}</div>
          </>
        )}
      </PageSection>
    </>
  );
}

function Cards({ overview }: { overview: Overview }) {
  return (
    <>
      <TenantsCard tenants={overview.tenants} />
      <IsolationCard isolation={overview.isolation} />
      <MigrationsCard migrations={overview.migrations} />
      <DayCharts days={overview.days} />
      <BusiestCard busiest={overview.busiest} />
      <QuotaCard nearQuota={overview.nearQuota} />
      <ProvisioningCard provisioning={overview.provisioning} />
    </>
  );
}

function Skeletons() {
  return [0, 1, 2, 3].map((card) => (
    <Skeleton key={card} height="14rem" screenreaderText={card === 0 ? text.state.loading : undefined} />
  ));
}
