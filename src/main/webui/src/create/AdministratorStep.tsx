import { text } from '../text';
import { PersonFields } from '../users/PersonFields';
import { isNobody, isReadyPerson } from './firstAdministrator';
import { StepForm } from './StepForm';
import type { StepProps } from './Steps';

/** Who is to be the first user. It may be left out; half of it is not enough. */
export function AdministratorStep({ draft, onChange }: StepProps) {
  const { administrator } = draft;
  const begun = !isNobody(administrator);
  return (
    <StepForm ready={isReadyPerson(administrator)}>
      <p>{text.firstAdministrator.lead}</p>
      <p>{text.firstAdministrator.signIn}</p>
      <PersonFields
        person={administrator}
        isRequired={begun}
        onChange={(person) => onChange({ administrator: person })}
      />
    </StepForm>
  );
}
