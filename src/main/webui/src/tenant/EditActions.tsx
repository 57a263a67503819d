import { ActionGroup, Button } from '@patternfly/react-core';
import { ConflictAlert } from '../parts/ConflictAlert';
import { ProblemAlert } from '../parts/ProblemState';
import { text } from '../text';
import type { useTenantEdit } from './useTenantEdit';

interface EditActionsProps {
  edit: Pick<ReturnType<typeof useTenantEdit>, 'changed' | 'isPending' | 'error' | 'isConflict' | 'discard' | 'loadAgain'>;
  valid: boolean;
}

/** The end of a form about a tenant: what came of saving it, and the buttons. */
export function EditActions({ edit, valid }: EditActionsProps) {
  const { changed, isPending, error, isConflict, discard, loadAgain } = edit;
  return (
    <>
      {isConflict ? (
        <ConflictAlert title={text.conflict.tenant} onLoad={loadAgain} />
      ) : (
        error && <ProblemAlert error={error} />
      )}
      <ActionGroup>
        <Button type="submit" isDisabled={!changed || !valid || isPending} isLoading={isPending}>
          {text.settings.save}
        </Button>
        <Button variant="link" isDisabled={!changed} onClick={discard}>
          {text.settings.discard}
        </Button>
      </ActionGroup>
    </>
  );
}
