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
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { text } from '../text';
import { ProblemAlert } from './ProblemState';

interface ConfirmDialogProps {
  title: string;
  /** What the action does. */
  children: ReactNode;
  action: string;
  /** What has to be typed first, for what cannot be undone by the press of a button. */
  typed?: string | undefined;
  isDanger?: boolean;
  /** It cannot be done as things are. */
  isBlocked?: boolean;
  isPending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what an action does before it is done; the grave ones want something typed. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, action, typed, isDanger = typed !== undefined, isBlocked = false, isPending, error, onConfirm, onClose } = props;
  const [entered, setEntered] = useState('');
  const id = useId();
  const grave = typed !== undefined;
  const ready = (!grave || entered === typed) && !isPending && !isBlocked;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) {
      onConfirm();
    }
  };
  return (
    <Modal isOpen variant="small" aria-labelledby={`${id}-title`} onClose={onClose}>
      <ModalHeader labelId={`${id}-title`} title={title} {...(isDanger && { titleIconVariant: 'warning' })} />
      <ModalBody>
        <Form id={`${id}-form`} onSubmit={submit}>
          {children}
          {grave && (
            <FormGroup label={text.danger.typeToConfirm(typed)} fieldId={`${id}-confirm`}>
              <TextInput
                id={`${id}-confirm`}
                value={entered}
                autoComplete="off"
                spellCheck={false}
                onChange={(_event, value) => setEntered(value)}
              />
            </FormGroup>
          )}
          {error != null && <ProblemAlert error={error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form={`${id}-form`}
          variant={isDanger ? 'danger' : 'primary'}
          isDisabled={!ready}
          isLoading={isPending}
        >
          {action}
        </Button>
        <Button variant="link" onClick={onClose}>
          {text.danger.cancel}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
