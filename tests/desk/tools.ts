import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { findTool, type DeskTool } from '../../scripts/desk.js';

/** True where one of the tools is not there, so that what needs it is skipped. */
export function lacks(...tools: readonly DeskTool[]): boolean {
  return tools.some((tool) => !findTool(tool));
}

/** A folder for a test file's own files; it goes when the tests are done. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tranche-desk-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program and gives what it wrote. */
export function ran(program: string, args: readonly string[], input = ''): Buffer {
  return execFileSync(program, args, {
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
  });
}

/**
 * Converts files in one run of LibreOffice, which takes longer to start than to convert, and gives the
 * paths of what it made. `to` is an ending, with a filter after a colon where one is needed.
 */
export function converted(files: readonly string[], to: string, folder: string): string[] {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  ran(findTool('libreoffice') ?? 'soffice', [
    `-env:UserInstallation=${profile}`,
    ...['--headless', '--convert-to', to, '--outdir', folder],
    ...files,
  ]);
  const ending = to.replace(/:.*$/, '');
  return files.map((file) => join(folder, `${basename(file).replace(/\.[^.]*$/, '')}.${ending}`));
}

/** The pages of a PDF as pictures `width` pixels wide. */
export function pagesOf(pdf: string, width: number): string[] {
  const stem = pdf.replace(/\.pdf$/, '-page');
  const pages = Number(/Pages:\s+(\d+)/.exec(ran('pdfinfo', [pdf]).toString())?.[1]);
  ran('pdftoppm', ['-png', '-scale-to-x', String(width), '-scale-to-y', '-1', pdf, stem]);
  const digits = String(pages).length;
  return Array.from(
    { length: pages },
    (_, at) => `${stem}-${String(at + 1).padStart(digits, '0')}.png`,
  );
}

/** The text of a PDF, with single spaces. */
export function textOfPdf(pdf: string): string {
  return ran('pdftotext', ['-raw', pdf, '-']).toString().replace(/\s+/g, ' ');
}
