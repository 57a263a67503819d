const NAME = 'recharts_measurement_span';

/**
 * Recharts measures words in an element of this name and leaves it in the page, hidden by `aria-hidden`,
 * which dialogs take away from all that is beside them. What is inert stays unread.
 */
export function prepareMeasuring(): void {
  if (!document.getElementById(NAME)) {
    const element = document.createElement('span');
    element.id = NAME;
    element.setAttribute('aria-hidden', 'true');
    element.setAttribute('inert', '');
    document.body.append(element);
  }
}
