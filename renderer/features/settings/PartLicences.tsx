import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import classes from './Settings.module.css';
import { settingsTexts } from './settingsTexts.ts';

interface Part {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** Every package that the application is made of, each with its licence; loaded when somebody wants to see it. */
export function PartLicences() {
  const t = useTexts(settingsTexts);
  const [parts, setParts] = useState<readonly Part[] | null>(null);
  const load = async (): Promise<void> => {
    const loaded = await import('../../../resources/licences.json');
    setParts(loaded.default);
  };
  return (
    <details className={classes.licence} onToggle={() => parts === null && void load()}>
      <summary>{t('showLicences')}</summary>
      <ul className={classes.parts} lang="en">
        {parts?.map((part) => (
          <li key={`${part.name}@${part.version}`}>
            <PartLicence part={part} withoutText={t('noLicenceText')} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function PartLicence({ part, withoutText }: { readonly part: Part; readonly withoutText: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        {part.name} {part.version} · {part.licence}
      </summary>
      {isShown ? (
        <pre className={classes.licenceText}>{part.text === '' ? withoutText : part.text}</pre>
      ) : null}
    </details>
  );
}
