import { Form, useWizardContext } from '@patternfly/react-core';
import type { ReactNode } from 'react';

/** A step's fields. Enter goes on to the next step where the button would. */
export function StepForm({ ready, children }: { ready: boolean; children: ReactNode }) {
  const { goToNextStep } = useWizardContext();
  return (
    <Form
      className="console-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) {
          void goToNextStep();
        }
      }}
    >
      {children}
    </Form>
  );
}
