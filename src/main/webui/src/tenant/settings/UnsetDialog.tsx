import { Content } from '@patternfly/react-core';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { useNotice } from '../../parts/Notices';
import { text } from '../../text';
import { useUnsetSetting } from './queries';
import { shortOf } from './values';

interface UnsetDialogProps {
  id: string;
  name: string;
  onClose: () => void;
}

/** The service tells the value that holds only, not those below it: so what follows is said after. */
export function UnsetDialog({ id, name, onClose }: UnsetDialogProps) {
  const { settings } = text;
  const notify = useNotice();
  const unset = useUnsetSetting(id, (now) => {
    onClose();
    const from = settings.origins[now?.origin ?? ''] ?? '';
    const value = now?.secret ? settings.hidden : shortOf(now?.value);
    notify(now ? settings.unsetDone(name, value, from) : settings.unsetNone(name));
  });
  return (
    <ConfirmDialog
      title={settings.unsetTitle(name)}
      action={settings.unset}
      isPending={unset.isPending}
      error={unset.error}
      onConfirm={() => unset.mutate(name)}
      onClose={onClose}
    >
      <Content>
        <p>{settings.unsetBody}</p>
        <ol>
          {settings.unsetOrder.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ol>
        <p>{settings.unsetBodyShort}</p>
      </Content>
    </ConfirmDialog>
  );
}
