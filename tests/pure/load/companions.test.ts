import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/model/period.ts';
import { companionNames } from '../../../src/load/companionnames.ts';
import { readDataset } from '../../../src/load/read.ts';
import { bytesOf, ownFile } from './files.ts';

const figures = ownFile(['A', '5', '5', 'exact']);

function readWith(preamble: string, companion?: { name: string; text: string }) {
  const files = [{ name: 'a.csv', bytes: bytesOf(preamble + figures) }];
  if (companion) files.push({ name: companion.name, bytes: bytesOf(companion.text) });
  const result = readDataset(files);
  if ('refused' in result) throw new Error(result.refused);
  return result.dataset;
}

describe('companions', () => {
  it('are asked for by plain names only', () => {
    const names = (line: string) => companionNames(bytesOf(`${line}\n${figures}`));
    expect(names('# milestones: a.milestones.csv')).toEqual(['a.milestones.csv']);
    expect(names('# pledges: ../secret.csv')).toEqual([]);
    expect(names('# pledges: https://example.org/a.csv')).toEqual([]);
    expect(names('# pledges: .hidden')).toEqual([]);
    expect(names('# title: no companions')).toEqual([]);
    expect(companionNames(bytesOf(figures))).toEqual([]);
  });

  it('give milestones that end after their last day', () => {
    const { companions, problems } = readWith('# milestones: m.csv\n', {
      name: 'm.csv',
      text:
        'id,title,sector,start,end,printed,status,paragraph\n' +
        'a,A,Tax,2018-03-01,2018-03-31,by March,planned,1\n' +
        'b,B,Tax,March,2018-03-31,by March,planned,2\n',
    });
    expect(companions.milestones).toMatchObject([
      { id: 'a', start: dayOf(2018, 3, 1), end: dayOf(2018, 4, 1) },
    ]);
    expect(problems).toMatchObject([{ kind: 'companion record unreadable', row: 3 }]);
  });

  it('that are missing or damaged are told, and the figures stand', () => {
    expect(readWith('# pledges: p.csv\n').problems).toMatchObject([
      { kind: 'companion missing', found: 'p.csv' },
    ]);
    for (const text of ['', 'id,sector\n1,Tax\n']) {
      const { rows, companions, problems } = readWith('# pledges: p.csv\n', {
        name: 'p.csv',
        text,
      });
      expect([rows, companions.pledges.length]).toEqual([1, 0]);
      expect(problems).toMatchObject([{ kind: 'companion unreadable' }]);
    }
  });

  it('whose pledge belongs to no figure of the file are told', () => {
    const { companions, problems } = readWith('# pledges: p.csv\n', {
      name: 'p.csv',
      text:
        'id,sector,summary,due,figure,paragraph\n' +
        'p,Tax,Do it,2020,none,1\n' +
        'q,Tax,Do that,2020,x,2\n',
    });
    expect(companions.pledges.map(({ figure }) => figure)).toEqual(['', 'x']);
    expect(problems).toMatchObject([{ kind: 'pledge without its figure', found: 'x' }]);
  });
});

describe('a preamble', () => {
  it('names the source; an address that is none is left out', () => {
    const { id, source } = readWith(
      '# id: My Data ~ 2020:1\n# title: A title: with a colon\n# link: javascript:alert(1)\n' +
        '# licence link: https://example.org/licence\n',
    );
    expect(id).toBe('my-data-2020-1');
    expect(source).toMatchObject({
      title: 'A title: with a colon',
      link: '',
      licenceLink: 'https://example.org/licence',
      publisher: '',
    });
  });

  it('line that says nothing known is told', () => {
    const { problems } = readWith('# hello\n# titel: A\n# title: A\n# title: B\n');
    expect(problems.map(({ kind, found }) => [kind, found])).toEqual([
      ['preamble line not used', 'hello'],
      ['preamble line not used', 'titel: A'],
      ['preamble line not used', 'title: B'],
    ]);
  });

  it('is not what a first header called # begins', () => {
    expect(companionNames(bytesOf('#,Name,Amount\n1,A,5\n'))).toEqual([]);
  });
});
