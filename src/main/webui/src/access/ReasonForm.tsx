import {
  ActionGroup,
  Button,
  Form,
  FormGroup,
  Radio,
  TextInput,
  Title,
} from '@patternfly/react-core';
import { useState } from 'react';
import { FieldHelp } from '../parts/FieldHelp';
import { text } from '../text';
import { MINUTES, reasonProblem } from './grants';

interface ReasonFormProps {
  /** Of the tenant that is to be entered. */
  name: string;
  onEnter: (reason: string, minutes: number) => void;
}

/** Stands where a tenant's own data would be, until there is a reason to see it. */
export function ReasonForm({ name, onEnter }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState<number>(MINUTES[0]);
  const [asked, setAsked] = useState(false);
  const problem = reasonProblem(reason);
  const shown = asked || problem === 'tooLong' ? problem : undefined;
  return (
    <Form
      className="console-form"
      aria-labelledby="reason-title"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (problem) {
          document.getElementById('reason')?.focus();
        } else {
          onEnter(reason, minutes);
        }
      }}
    >
      <Title headingLevel="h2" id="reason-title">
        {text.access.title}
      </Title>
      <p>{text.access.lead(name)}</p>
      <FormGroup label={text.access.reason} isRequired fieldId="reason">
        <TextInput
          id="reason"
          isRequired
          value={reason}
          autoComplete="off"
          aria-describedby="reason-help"
          validated={shown ? 'error' : 'default'}
          onChange={(_event, value) => setReason(value)}
        />
        <FieldHelp id="reason-help" hint={text.access.reasonHint} fault={shown && text.access[shown]} />
      </FormGroup>
      <FormGroup role="radiogroup" label={text.access.duration} fieldId="minutes" isInline>
        {MINUTES.map((each) => (
          <Radio
            key={each}
            id={`minutes-${each}`}
            name="minutes"
            label={text.access.minutes(each)}
            isChecked={minutes === each}
            onChange={() => setMinutes(each)}
          />
        ))}
      </FormGroup>
      <ActionGroup>
        <Button type="submit">{text.access.enter}</Button>
      </ActionGroup>
    </Form>
  );
}
