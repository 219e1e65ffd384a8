import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Opens a workbook in LibreOffice with a password and saves it without; null when it did not open. The command line has
 * no place for passwords, so that a macro in a profile of its own does it.
 */
export function savedByOfficeWithPassword(workbook: Uint8Array, password: string): Uint8Array | null {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-office-'));
  try {
    const [source, target] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')];
    writeFileSync(source, workbook);
    const given = [pathToFileURL(source).href, pathToFileURL(target).href, password];
    const call = `macro:///Standard.Module1.Convert(${given.map((text) => `"${text}"`).join(',')})`;
    const profile = join(folder, 'profile');
    // The first start sets the profile up, and would forget a macro that is there already.
    startOffice(profile, '--terminate_after_init');
    writeMacro(join(profile, 'user', 'basic'));
    startOffice(profile, call);
    return existsSync(target) ? new Uint8Array(readFileSync(target)) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startOffice(profile: string, what: string): void {
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', what],
    { stdio: 'ignore', timeout: 110_000 },
  );
}

function writeMacro(basic: string): void {
  const library = 'xmlns:library="http://openoffice.org/2000/library"';
  const head = (name: string, file: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${name} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${file}.dtd">\n`;
  mkdirSync(join(basic, 'Standard'), { recursive: true });
  writeFileSync(
    join(basic, 'script.xlc'),
    `${head('library:libraries', 'libraries')}<library:libraries ${library}><library:library library:name="Standard" library:link="false"/></library:libraries>`,
  );
  writeFileSync(
    join(basic, 'Standard', 'script.xlb'),
    `${head('library:library', 'library')}<library:library ${library} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`,
  );
  writeFileSync(
    join(basic, 'Standard', 'Module1.xba'),
    `${head('script:module', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${macro}</script:module>`,
  );
}

const macro = `
Sub Convert(source, target, password)
  On Error Goto Failed
  Dim opening(1) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  opening(1).Name = "Password"
  opening(1).Value = password
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "Calc MS Excel 2007 XML"
  document.storeToURL(target, saving())
  document.close(True)
Failed:
End Sub
`;
