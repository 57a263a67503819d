import {
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { text } from '../text';

/** The keys that do something from everywhere. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal isOpen variant="small" aria-labelledby="shortcuts-title" onClose={onClose}>
      <ModalHeader labelId="shortcuts-title" title={text.palette.shortcuts} />
      <ModalBody>
        <DescriptionList isHorizontal isCompact>
          {text.palette.help.map(([keys, does]) => (
            <DescriptionListGroup key={keys}>
              <DescriptionListTerm>
                <kbd>{keys}</kbd>
              </DescriptionListTerm>
              <DescriptionListDescription>{does}</DescriptionListDescription>
            </DescriptionListGroup>
          ))}
        </DescriptionList>
      </ModalBody>
      <ModalFooter>
        <Button onClick={onClose}>{text.palette.close}</Button>
      </ModalFooter>
    </Modal>
  );
}
