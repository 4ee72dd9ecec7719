import { describe, expect, it } from 'vitest';
import { alikeNames } from '../../../src/load/names.ts';

const groups = (...names: string[]) => alikeNames(names).map((group) => group.names);

describe('names that look like the same body', () => {
  it.each([
    [['Acme Ltd', 'ACME LIMITED', 'Acme, Ltd.']],
    [['Café Müller GmbH', 'Cafe Muller']],
    [["St. John's Centre", 'St Johns Centre']],
    [['University of Leeds', 'Leeds University']],
    [['HMRC', 'HM Revenue & Customs']],
    [['Bolt & Sons', 'Bolt and Sons']],
  ])('are told: %j', (names) => {
    expect(groups(...names)).toHaveLength(1);
    expect(groups(...names)[0]).toHaveLength(names.length);
  });

  it.each([
    [['Acme North Ltd', 'Acme South Ltd']],
    [['A', 'B']],
    [['Leeds City Council', 'Leeds Civic Trust']],
    [['Ltd', 'Limited Co']],
    [['__proto__', 'constructor']],
  ])('and others are not: %j', (names) => {
    expect(groups(...names)).toEqual([]);
  });

  it('are not made of initials that two longer names share', () => {
    expect(groups('HMRC', 'HM Revenue and Customs', 'Home Mortgage Relief Club')).toEqual([]);
  });
});
