import { createContext, useContext } from 'react';

const AskingContext = createContext(true);

/** Says to what is inside whether a tenant may be asked for its own data. */
export const AskingProvider = AskingContext.Provider;

/**
 * Whether a tenant may be asked for its own data now. What is there stays; but nothing is asked for anew,
 * be it because time went by or because the window has the focus again, after the time to be there is over.
 */
export function useMayAsk(): boolean {
  return useContext(AskingContext);
}
