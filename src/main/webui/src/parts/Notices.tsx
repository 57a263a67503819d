import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

interface Notice {
  id: number;
  title: string;
}

const NoticeContext = createContext<(title: string) => void>(() => {});

/** Says briefly that something worked. What failed is said where it was tried, and stays. */
export function useNotice(): (title: string) => void {
  return useContext(NoticeContext);
}

let last = 0;

export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const add = useCallback((title: string) => {
    setNotices((all) => [...all, { id: ++last, title }]);
  }, []);
  const remove = (id: number) => setNotices((all) => all.filter((notice) => notice.id !== id));
  return (
    <NoticeContext.Provider value={add}>
      {children}
      <AlertGroup isToast isLiveRegion hasAnimations={false}>
        {notices.map(({ id, title }) => (
          <Alert
            component="p"
            key={id}
            variant="success"
            title={title}
            timeout={6000}
            onTimeout={() => remove(id)}
            actionClose={<AlertActionCloseButton onClose={() => remove(id)} />}
          />
        ))}
      </AlertGroup>
    </NoticeContext.Provider>
  );
}
