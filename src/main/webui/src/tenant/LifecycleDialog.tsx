import {
  Button,
  Form,
  FormGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import type { Tenant } from '../api/types';
import { useNotice } from '../parts/Notices';
import { ProblemAlert } from '../parts/ProblemState';
import { useSession } from '../session/Session';
import { forgetTenant } from '../switching/recents';
import { text } from '../text';
import { type LifecycleAction, needsTyping, perform } from './lifecycle';
import { tenantQueryKey } from './queries';

interface LifecycleDialogProps {
  action: LifecycleAction;
  tenant: Tenant;
  onClose: () => void;
}

/** Says what an action does before it is done; the grave ones want the subdomain typed. */
export function LifecycleDialog({ action, tenant, onClose }: LifecycleDialogProps) {
  const [typed, setTyped] = useState('');
  const act = useAction(action, tenant, onClose);
  const grave = needsTyping(action);
  const ready = (!grave || typed === tenant.subdomain) && !act.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) {
      act.mutate();
    }
  };
  return (
    <Modal isOpen variant="small" aria-labelledby="lifecycle-title" onClose={onClose}>
      <ModalHeader
        labelId="lifecycle-title"
        title={text.danger.confirmTitle(text.danger[action], tenant.name)}
        {...(grave && { titleIconVariant: 'warning' })}
      />
      <ModalBody>
        <Form id="lifecycle" onSubmit={submit}>
          <p>{text.danger[`${action}Body`]}</p>
          {grave && (
            <FormGroup label={text.danger.typeToConfirm(tenant.subdomain)} fieldId="confirm">
              <TextInput
                id="confirm"
                value={typed}
                autoComplete="off"
                spellCheck={false}
                onChange={(_event, value) => setTyped(value)}
              />
            </FormGroup>
          )}
          {act.error && <ProblemAlert error={act.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form="lifecycle"
          variant={grave ? 'danger' : 'primary'}
          isDisabled={!ready}
          isLoading={act.isPending}
        >
          {text.danger[action]}
        </Button>
        <Button variant="link" onClick={onClose}>
          {text.danger.cancel}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function useAction(action: LifecycleAction, tenant: Tenant, onDone: () => void) {
  const client = usePlatformClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotice();
  const { identity } = useSession();
  return useMutation({
    mutationFn: () => perform(client, action, tenant.id),
    onSuccess: async () => {
      onDone();
      notify(text.danger.done[action]);
      if (action === 'purge') {
        // There is nothing left to show, nor to go back to.
        forgetTenant(identity.subject, tenant.id);
        await navigate('/tenants');
      } else {
        await queries.invalidateQueries({ queryKey: tenantQueryKey(tenant.id) });
      }
      await queries.invalidateQueries({ queryKey: keys.tenants });
    },
  });
}
