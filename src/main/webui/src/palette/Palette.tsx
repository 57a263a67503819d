import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { Picker } from '../parts/Picker';
import { useTenantChoices } from '../switching/choices';
import { text } from '../text';
import { useCommands } from './commands';

const FIELD = 'palette-search';

/** Goes anywhere in the console, or does what can be done from everywhere. */
export function Palette({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const tenants = useTenantChoices(onClose);
  const commands = useCommands(tenants.typed, onClose, onHelp);
  const groups = tenants.typed.trim() === '' ? [...tenants.groups.slice(0, 1), ...commands] : [...commands, ...tenants.groups];
  const nothing = tenants.none && groups.every(({ choices }) => choices.length === 0);
  const searched = tenants.typed.trim() !== '';
  return (
    <Modal
      isOpen
      variant="small"
      position="top"
      aria-labelledby="palette-title"
      elementToFocus={`#${FIELD}`}
      onClose={onClose}
    >
      <ModalHeader labelId="palette-title" title={text.palette.title} />
      <ModalBody>
        <Picker
          label={text.palette.title}
          placeholder={text.palette.hint}
          inputId={FIELD}
          typed={tenants.typed}
          onType={tenants.onType}
          groups={groups}
          busy={tenants.busy}
          status={nothing ? text.palette.nothing : searched && tenants.status}
        />
      </ModalBody>
    </Modal>
  );
}
