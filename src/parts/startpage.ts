/**
 * The script that a page which is one file begins with: unpacks its style and script and puts them in
 * their places. The policy at the top of the file names both by their hashes, so nothing else can
 * stand there.
 */
import { PART_IDS } from '../export/onefile.ts';
import { textOfPart } from '../export/part.ts';
import { textInside } from './textinside.ts';

async function start(): Promise<void> {
  const [rules, code] = await Promise.all(
    [PART_IDS.style, PART_IDS.page].map((id) => textOfPart(textInside(id))),
  );
  const policy = globalThis.trustedTypes?.createPolicy('tranche-start', {
    createScript: (text) => text,
  });
  const style = document.createElement('style');
  style.textContent = rules ?? '';
  const script = document.createElement('script');
  script.textContent = policy ? policy.createScript(code ?? '') : (code ?? '');
  document.head.append(style, script);
}

void start();
