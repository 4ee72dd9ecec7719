/**
 * People living in the United Kingdom in the middle of a year. Source: World Bank, World Development
 * Indicators, SP.POP.TOTL (CC BY 4.0); data/README.md says how it is used.
 */
const UK_POPULATION: ReadonlyMap<number, number> = new Map([
  [2010, 62_766_365],
  [2011, 63_258_810],
  [2012, 63_711_000],
  [2013, 64_139_000],
  [2014, 64_620_000],
  [2015, 65_088_000],
  [2016, 65_607_000],
  [2017, 65_966_000],
  [2018, 66_289_000],
  [2019, 66_631_000],
  [2020, 66_744_000],
  [2021, 66_984_000],
  [2022, 67_604_000],
  [2023, 68_492_000],
  [2024, 69_226_000],
]);

export const POPULATION_CREDIT = 'Population: World Bank, CC BY 4.0.';

export interface Population {
  readonly year: number;
  readonly people: number;
}

/** The population of the UK in `year`, or in the year nearest to it that there is a figure for. */
export function ukPopulation(year: number): Population {
  const years = [...UK_POPULATION.keys()];
  const known = Math.min(Math.max(...years), Math.max(Math.min(...years), Math.round(year)));
  return { year: known, people: UK_POPULATION.get(known) ?? NaN };
}
