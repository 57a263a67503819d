export const crashText = { title: 'This page broke', body: 'What you entered may be lost. Load the page again.', reload: 'Load again' } as const;

export const notFoundText = { title: 'No such page', home: 'Go to the start page' } as const;

export const conflictText = {
  tenant: 'Somebody else changed the tenant meanwhile',
  body: 'Nothing of yours was saved. Load what is there now; then make your changes again.',
  load: 'Load what is there now',
} as const;

export const stateText = {
  loading: 'Loading',
  forbidden: 'You may not see this',
  forbiddenBody: 'Your role does not include it. Ask an administrator if you need it.',
  signedOut: 'Your sign-in has ended',
  signInAgain: 'Sign in again',
  failed: 'This did not work',
  stale: 'What is shown is not up to date',
  retry: 'Try again',
  requestId: 'Request id',
  notYours: 'This tenant is not one of yours',
  missing: 'There is nothing here',
  missingBody: 'It may have been removed meanwhile, or the address is wrong.',
  gone: 'There is no such tenant',
  goneBody: 'It may have been purged, or the address is wrong.',
  suspended: 'The tenant is suspended',
  suspendedBody: 'Its data is kept, but nobody can reach it until it is activated.',
  notReady: 'The tenant is not ready yet',
  notReadyBody: 'Its storage is being made. Look at its overview for how far that is.',
} as const;
