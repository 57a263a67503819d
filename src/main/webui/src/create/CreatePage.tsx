import { PageSection, Wizard, WizardStep } from '@patternfly/react-core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { PageHeading } from '../app/PageHeading';
import { ProblemAlert } from '../parts/ProblemState';
import { UnsavedGuard } from '../tenant/UnsavedGuard';
import { text } from '../text';
import { EMPTY, nameProblem } from './draft';
import { AdministratorStep } from './AdministratorStep';
import { isReadyPerson } from './firstAdministrator';
import { IsolationStep, NameStep, PlanStep, Review, SubdomainStep } from './Steps';
import { isReady, useAvailability } from './useAvailability';
import { useCreate } from './useCreate';

export function CreatePage() {
  const [draft, setDraft] = useState(EMPTY);
  const navigate = useNavigate();
  const availability = useAvailability(draft.subdomain);
  const { mutate, isPending, error } = useCreate();

  const change = (part: Partial<typeof EMPTY>) => setDraft((now) => ({ ...now, ...part }));
  const step = { draft, onChange: change };
  const { steps, next, back, cancel, submit, navigation } = text.create;
  const noName = nameProblem(draft.name) !== undefined;
  const noSubdomain = !isReady(draft.subdomain, availability);
  const incomplete = noName || noSubdomain;
  const halfAdministrator = !isReadyPerson(draft.administrator);

  const words = { nextButtonText: next, backButtonText: back, cancelButtonText: cancel };
  return (
    <>
      <PageHeading title={text.create.title} />
      <PageSection hasBodyWrapper={false} isFilled>
        <Wizard
          navAriaLabel={navigation}
          isVisitRequired
          shouldFocusContent
          onClose={() => void navigate('/tenants')}
          onSave={() => mutate(draft)}
        >
          <WizardStep id="step-name" name={steps.name} footer={{ ...words, isNextDisabled: noName, isBackHidden: true }}>
            <NameStep {...step} />
          </WizardStep>
          <WizardStep id="step-subdomain" name={steps.subdomain} isDisabled={noName} footer={{ ...words, isNextDisabled: noSubdomain }}>
            <SubdomainStep {...step} availability={availability} />
          </WizardStep>
          <WizardStep id="step-plan" name={steps.plan} isDisabled={incomplete} footer={words}>
            <PlanStep {...step} />
          </WizardStep>
          <WizardStep id="step-isolation" name={steps.isolation} isDisabled={incomplete} footer={words}>
            <IsolationStep {...step} />
          </WizardStep>
          <WizardStep
            id="step-administrator"
            name={text.firstAdministrator.step}
            isDisabled={incomplete}
            footer={{ ...words, isNextDisabled: halfAdministrator }}
          >
            <AdministratorStep {...step} />
          </WizardStep>
          <WizardStep
            id="step-review"
            name={steps.review}
            isDisabled={incomplete || halfAdministrator}
            footer={{
              ...words,
              nextButtonText: submit,
              isNextDisabled: incomplete || halfAdministrator || isPending,
              nextButtonProps: { isLoading: isPending },
            }}
          >
            <Review draft={draft} />
            {error && <ProblemAlert error={error} />}
          </WizardStep>
        </Wizard>
        <UnsavedGuard active={draft !== EMPTY} body={text.create.unsaved} except="/tenants/new/" />
      </PageSection>
    </>
  );
}
