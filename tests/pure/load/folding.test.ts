import { describe, expect, it } from 'vitest';
import { methodsNote } from '../../../src/load/methodsnote.ts';
import { openSource } from '../../../src/load/opensource.ts';
import type { Fold, Options } from '../../../src/load/plan.ts';
import { encode, sourceOf } from './scan/feeding.ts';

const SPEND = `Body Name,Service Area,Supplier Name,Payment Date,Net Amount
Anytown,Tax,HMRC,31/01/2018,1
Anytown,Tax,HM Revenue & Customs,13/02/2018,2
Anytown,Tax,HMRC,13/02/2018,3
Anytown,Tax,Bolt Ltd,13/02/2018,4
`;
const HMRC: Fold = { column: 'Supplier Name', names: ['HM Revenue & Customs'], into: 'HMRC' };

async function opened(options: Options = {}) {
  const result = await openSource([sourceOf(encode(SPEND), 'spend.csv')], options);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

function suppliersOf({ dataset }: Awaited<ReturnType<typeof opened>>) {
  const { values = [], codes = [] } = dataset.dimensions.find(({ id }) => id === 'recipient') ?? {};
  return Array.from(codes, (code) => values[code]);
}

describe('names that look like one body', () => {
  it('are kept apart until someone says otherwise, and the commonest is offered', async () => {
    const read = await opened();
    expect(new Set(suppliersOf(read)).size).toBe(3);
    const [alike] = read.reading.decisions.filter(({ matter }) => matter === 'names alike');
    expect(alike?.choices).toMatchObject([
      { sentence: 'Merge them as "HMRC"', options: { fold: [HMRC] } },
    ]);
  });

  it('are one name in every row once merged, and in the methods note', async () => {
    const read = await opened({ fold: [HMRC] });
    expect(suppliersOf(read)).toEqual(['HMRC', 'HMRC', 'HMRC', 'Bolt Ltd']);
    expect(read.scanned.sums).toMatchObject([{ sum: '10', count: 4 }]);
    expect(read.scanned.distinct.get('recipient')).toBe(2);
    expect(methodsNote(read.reading)).toContain(
      'Merged\n- In "Supplier Name", "HM Revenue & Customs" is merged into "HMRC".',
    );
  });

  it('can be taken apart again, each merger by itself', async () => {
    const bolt: Fold = { column: 'Supplier Name', names: ['Bolt Ltd'], into: 'Bolt' };
    const { reading } = await opened({ fold: [HMRC, bolt] });
    const [first] = reading.decisions.filter(({ matter }) => matter === 'merged names');
    expect(first?.choices[0]?.options).toMatchObject({ fold: [bolt] });
  });

  it('are not merged in a column that is not there, which is said', async () => {
    const { reading } = await opened({ fold: [{ ...HMRC, column: 'Payee' }] });
    const [said] = reading.decisions.filter(({ matter }) => matter === 'merged names');
    expect(said).toMatchObject({
      doubt: true,
      sentence: expect.stringMatching(/no column "Payee"/),
    });
  });
});
