import { expect, test } from 'vitest';
import { payloadInFragment, pictureLink } from '../../../src/carry/link.ts';

const PAYLOAD = `1.${'Ab-_9'.repeat(60)}.0123abcd`;

test('a link to a picture holds what it carries, and gives it back', () => {
  const link = pictureLink('https://a.example/tranche/?x=1#v=1&top=5', PAYLOAD);
  expect(link).toBe(`https://a.example/tranche/?picture#tranche=${PAYLOAD}`);
  expect(payloadInFragment(new URL(link ?? '').hash)).toBe(PAYLOAD);
  expect(payloadInFragment('#v=1&is.text=tranche')).toBeNull();
});

test('there is none where it would be too long, or where the page is on no web', () => {
  expect(pictureLink('https://a.example/', PAYLOAD.repeat(10))).toBeNull();
  expect(pictureLink('file:///home/me/tranche.html', PAYLOAD)).toBeNull();
});
