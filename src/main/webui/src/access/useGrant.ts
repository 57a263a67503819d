import { useEffect, useState } from 'react';
import { useSession } from '../session/Session';
import { beginAccess, endAccess, type Grant, grantOf, lastReason, minutesLeft, onGrantChange } from './grants';

const LOOK = 1_000;

export interface Access {
  grant: Grant | undefined;
  minutes: number;
  /** There was one, and its time is over; nobody ended it. */
  isOver: boolean;
  begin: (reason: string, minutes: number) => void;
  end: () => void;
}

type Seen = Pick<Access, 'grant' | 'minutes' | 'isOver'>;

/** The grant of whoever is signed in for a tenant, as time goes by. */
export function useGrant(tenant: string): Access {
  const { identity } = useSession();
  const of = { subject: identity.subject ?? '', tenant };
  const look = (): Seen => {
    const grant = grantOf(of);
    const isOver = !grant && lastReason(of) !== undefined;
    return { grant, minutes: grant ? minutesLeft(grant) : 0, isOver };
  };
  const [seen, setSeen] = useState(look);
  const now = look();
  // Another tenant's, or one that began or ended since the last look, is not waited for.
  const shown = isSame(seen, now) ? seen : now;
  useEffect(() => {
    const update = () => setSeen((last) => (isSame(last, look()) ? last : look()));
    // Timers sleep with the machine, so the clock is looked at rather than waited for.
    const timer = setInterval(update, LOOK);
    const stop = onGrantChange(update);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [of.subject, of.tenant]);
  return {
    ...shown,
    begin: (reason, minutes) => beginAccess(of, reason, minutes),
    end: () => endAccess(of),
  };
}

function isSame(one: Seen, other: Seen): boolean {
  return (
    one.minutes === other.minutes &&
    one.isOver === other.isOver &&
    one.grant?.until === other.grant?.until &&
    one.grant?.reason === other.grant?.reason
  );
}
