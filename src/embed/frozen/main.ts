/** A chart as one file that holds all its data: the page that is embedded, from itself. */
import './fonts.css';
import '../../parts/theme.css';
import '../../parts/page.css';
import '../embed.css';
import { unpack } from '../../export/onefile.ts';
import { contentsInside, supplyInside } from '../../parts/inside.ts';
import { together, type Change } from '../../state/changes.ts';
import type { Given } from '../data.ts';
import { readRequest } from '../request.ts';
import { startEmbed } from '../startembed.ts';

async function start(): Promise<void> {
  const contents = contentsInside();
  const { views, data } = contents;
  const files = data.changes ? data.files : [];
  // Changes are written by the page that saved the file, and read by the same reader.
  const changes = (data.changes ?? []) as readonly Change[];
  const given: Given = {
    options: together(changes),
    files: await Promise.all(
      files.map(async ({ name, packed }) => new File([await unpack(packed)], name)),
    ),
  };
  const request = { ...readRequest(views[0]?.view ?? ''), data: null, carried: null, scene: null };
  startEmbed({ request, supply: supplyInside(contents), given, app: null });
}

void start();
