import { Modal, ModalBody, ModalHeader, Skeleton } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { ProblemState } from '../../parts/ProblemState';
import { text } from '../../text';
import { useSetting, type VersionedSetting } from './queries';
import { SettingEditor } from './SettingEditor';

interface SettingDialogProps {
  id: string;
  /** The key; none to add one. */
  name?: string;
  onChanged: (changed: boolean) => void;
  onClose: () => void;
}

/** Sets a value. Closing it with something unsaved asks first. */
export function SettingDialog({ id, name, onChanged, onClose }: SettingDialogProps) {
  const [changed, setChanged] = useState(false);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    onChanged(changed);
    return () => onChanged(false);
  }, [changed, onChanged]);
  const close = () => (changed ? setAsking(true) : onClose());
  const editor = { id, asking, onChanged: setChanged, onAsk: setAsking, onClose };
  return (
    <Modal isOpen variant="medium" aria-labelledby="setting-title" onClose={close}>
      <ModalHeader
        labelId="setting-title"
        title={name === undefined ? text.settings.add : text.settings.editOf(name)}
      />
      {name === undefined ? <SettingEditor {...editor} /> : <Loaded {...editor} name={name} />}
    </Modal>
  );
}

interface EditorProps {
  id: string;
  asking: boolean;
  onChanged: (changed: boolean) => void;
  onAsk: (asking: boolean) => void;
  onClose: () => void;
}

function Loaded({ name, ...editor }: EditorProps & { name: string }) {
  const { data, error, refetch, dataUpdatedAt } = useSetting(editor.id, name);
  if (error) {
    return (
      <ModalBody>
        <ProblemState error={error} onRetry={() => void refetch()} />
      </ModalBody>
    );
  }
  if (!data) {
    return (
      <ModalBody>
        <Skeleton screenreaderText={text.state.loading} />
      </ModalBody>
    );
  }
  const base: VersionedSetting = data;
  // Loading again begins anew with what is there then.
  return <SettingEditor key={dataUpdatedAt} {...editor} base={base} onLoad={() => void refetch()} />;
}
