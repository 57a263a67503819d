import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { usePlatformClient } from '../api/clients';
import { keys } from '../api/keys';
import { isConflict } from '../api/problems';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { useNotice } from '../parts/Notices';
import { useSession } from '../session/Session';
import { forgetTenant } from '../switching/recents';
import { text } from '../text';
import { type LifecycleAction, needsTyping, perform } from './lifecycle';
import { tenantQueryKey, type VersionedTenant } from './queries';

interface LifecycleDialogProps {
  action: LifecycleAction;
  found: VersionedTenant;
  onClose: () => void;
}

export function LifecycleDialog({ action, found, onClose }: LifecycleDialogProps) {
  const { tenant } = found;
  const act = useAction(action, found, onClose);
  return (
    <ConfirmDialog
      title={text.danger.confirmTitle(text.danger[action], tenant.name)}
      action={text.danger[action]}
      typed={needsTyping(action) ? tenant.subdomain : undefined}
      isPending={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate()}
      onClose={onClose}
    >
      <p>{text.danger[`${action}Body`]}</p>
    </ConfirmDialog>
  );
}

function useAction(action: LifecycleAction, { tenant, etag }: VersionedTenant, onDone: () => void) {
  const client = usePlatformClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotice();
  const { identity } = useSession();
  return useMutation({
    mutationFn: () => perform(client, action, tenant.id, etag),
    // Whoever decides again, about what somebody else changed, is to see that first.
    onError: (error) => isConflict(error) && queries.invalidateQueries({ queryKey: tenantQueryKey(tenant.id) }),
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
