import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createFormats, type Formats } from './formats';
import { languageOfTexts } from './texts/t';

const FormatsContext = createContext<Formats>(createFormats(undefined, undefined));

export function PageProvider({
  locale,
  timeZone,
  children,
}: {
  locale: string;
  timeZone: string;
  children: ReactNode;
}) {
  const formats = useMemo(() => createFormats(locale, timeZone, languageOfTexts()), [locale, timeZone]);
  return <FormatsContext.Provider value={formats}>{children}</FormatsContext.Provider>;
}

export function useFormats(): Formats {
  return useContext(FormatsContext);
}
