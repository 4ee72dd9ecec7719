import { keyOf } from '../header.ts';
import { cityBudget, germanBudget, japaneseBudget, madridBudget } from './budgets.ts';
import { councilSpend } from './councilspend.ts';
import { edges } from './edges.ts';
import { fts } from './fts.ts';
import { gCloud } from './gcloud.ts';
import { iati, ochaIati } from './iati.ts';
import { ocds } from './ocds.ts';
import { odiLeeds } from './odileeds.ts';
import { openSpending } from './openspending.ts';
import { OWN_HEADERS } from './own.ts';
import type { Profile } from './profile.ts';
import { cordis, gatewayToResearch } from './research.ts';
import { structuralFunds } from './structuralfunds.ts';
import { threeSixtyGiving } from './threesixtygiving.ts';
import { treasurySpend } from './treasuryspend.ts';
import { usaSpendingAssistance, usaSpendingAwards, usaSpendingContracts } from './usaspending.ts';

/** Kinds of files known by their header; of those that fit a file, the one with most headers in it. */
export const PROFILES: readonly Profile[] = [
  threeSixtyGiving,
  treasurySpend,
  odiLeeds,
  councilSpend,
  openSpending,
  ochaIati,
  iati,
  fts,
  ocds,
  usaSpendingAssistance,
  usaSpendingContracts,
  usaSpendingAwards,
  gatewayToResearch,
  cordis,
  structuralFunds,
  gCloud,
  cityBudget,
  madridBudget,
  germanBudget,
  japaneseBudget,
  edges,
];

let known: ReadonlySet<string> | undefined;

/** Keys of all headers that a profile names in full: what a header row is found by. */
export function knownHeaders(): ReadonlySet<string> {
  known ??= new Set(
    [
      ...OWN_HEADERS,
      ...PROFILES.flatMap(({ must, may, columns, levels = [], more = [] }) => [
        ...must.flat(),
        ...may.flat(),
        ...Object.values(columns).flat(),
        ...levels,
        ...more,
      ]),
    ]
      .filter((header) => !header.includes('*'))
      .map(keyOf),
  );
  return known;
}
