import { FormGroup, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { FieldHelp } from '../parts/FieldHelp';
import { text } from '../text';
import { type Person, type PersonProblem, personProblems } from './person';

interface PersonFieldsProps {
  person: Person;
  onChange: (person: Person) => void;
  /** Shows what is missing also where nobody has been yet. */
  asked?: boolean;
  /** What the service says of a field. */
  refused?: Partial<Record<keyof Person, string>>;
  isRequired?: boolean;
}

/** The fields of a user: e-mail and name. */
export function PersonFields(props: PersonFieldsProps) {
  const { person, onChange, asked = false, refused = {}, isRequired = true } = props;
  const problems = personProblems(person);
  return (
    <>
      <Field
        id="person-email"
        type="email"
        label={text.users.email}
        hint={text.users.emailHint}
        value={person.email}
        problem={problems.email}
        refused={refused.email}
        asked={asked}
        isRequired={isRequired}
        onChange={(email) => onChange({ ...person, email })}
      />
      <Field
        id="person-name"
        type="text"
        label={text.field.name}
        hint={text.users.nameHint}
        value={person.name}
        problem={problems.name}
        refused={refused.name}
        asked={asked}
        isRequired={isRequired}
        onChange={(name) => onChange({ ...person, name })}
      />
    </>
  );
}

interface FieldProps {
  id: string;
  type: 'email' | 'text';
  label: string;
  hint: string;
  value: string;
  problem: PersonProblem | undefined;
  refused: string | undefined;
  asked: boolean;
  isRequired: boolean;
  onChange: (value: string) => void;
}

function Field(props: FieldProps) {
  const { id, type, label, hint, value, problem, refused, asked, isRequired, onChange } = props;
  const [left, setLeft] = useState(false);
  const own = asked || (left && (isRequired || value !== '')) ? problem : undefined;
  const bad = own ? text.users.problem[own] : refused;
  return (
    <FormGroup label={label} isRequired={isRequired} fieldId={id}>
      <TextInput
        id={id}
        // Browsers would refuse some addresses that the service takes, in words of their own.
        type="text"
        inputMode={type}
        autoComplete="off"
        {...(type === 'email' && { autoCapitalize: 'none', spellCheck: false })}
        isRequired={isRequired}
        value={value}
        aria-describedby={`${id}-help`}
        validated={bad ? 'error' : 'default'}
        onBlur={() => setLeft(true)}
        onChange={(_event, next) => onChange(next)}
      />
      <FieldHelp id={`${id}-help`} hint={hint} fault={bad} />
    </FormGroup>
  );
}
