import { Form } from '@patternfly/react-core';
import { type ReactNode, useState } from 'react';
import { isPerson, type Person, trimmed } from './person';
import { PersonFields } from './PersonFields';
import { refusedFields } from './problems';
import { UserProblem } from './UserProblem';

export const USER_FORM = 'user-form';

interface UserFormProps {
  start: Person;
  lead?: ReactNode;
  error: unknown;
  onSubmit: (person: Person) => void;
  children?: ReactNode;
}

/** What is wrong is said at the field where it is known, as one types and as the service answers. */
export function UserForm({ start, lead, error, onSubmit, children }: UserFormProps) {
  const [person, setPerson] = useState<Person>({ email: start.email, name: start.name });
  const [sent, setSent] = useState<Person>();
  const [asked, setAsked] = useState(false);
  // What was said of a field is about what was sent, not about what is there now.
  const refused = refusedFields(error, sent?.email !== start.email);
  const same = (field: keyof Person) => sent?.[field] === trimmed(person)[field];
  const shown = {
    ...(refused.email && same('email') && { email: refused.email }),
    ...(refused.name && same('name') && { name: refused.name }),
  };
  const said = refused.email !== undefined || refused.name !== undefined;
  return (
    <Form
      id={USER_FORM}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isPerson(person)) {
          setSent(trimmed(person));
          onSubmit(person);
        }
      }}
    >
      {lead}
      <PersonFields person={person} onChange={setPerson} asked={asked} refused={shown} />
      {children}
      {error !== null && error !== undefined && !said && <UserProblem error={error} />}
    </Form>
  );
}
