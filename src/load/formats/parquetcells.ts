import type { ParquetParsers, SchemaElement } from 'hyparquet';
import { civilOf } from '../../model/period.ts';

/** Makes the text of a cell from a value of a Parquet column. */
export type CellText = (value: unknown) => string;

const DAY = 86_400_000n;
const decoder = new TextDecoder();

/** Days and moments as ISO text, as they stand in the file, with no time zone of this machine. */
export const TEXT_PARSERS: Partial<ParquetParsers> = {
  dateFromDays: isoDay,
  timestampFromMilliseconds: (millis) => isoMoment(BigInt(millis), 1000n),
  timestampFromMicroseconds: (micros) => isoMoment(BigInt(micros), 1_000_000n),
  timestampFromNanoseconds: (nanos) => isoMoment(BigInt(nanos), 1_000_000_000n),
  jsonFromBytes: (bytes) => bytes && decoder.decode(bytes),
  geometryFromBytes: () => '',
  geographyFromBytes: () => '',
};

/** Whether a column is of numbers that may have a fraction. */
export function holdsNumbers(element: SchemaElement): boolean {
  return element.type === 'FLOAT' || element.type === 'DOUBLE' || isDecimal(element);
}

function isDecimal({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';
}

/**
 * How the values of a column become text. Decimals are made of the whole numbers that the file holds:
 * the reader's own conversion goes through a double. `element` loses the mark that asks for it.
 */
export function cellTextOf(element: SchemaElement): CellText {
  const logical = element.logical_type;
  if (isDecimal(element)) {
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    delete element.converted_type;
    delete element.logical_type;
    return (value) => decimalText(value, scale);
  }
  return element.type === 'FLOAT' ? floatText : valueText;
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return decoder.decode(value);
  if (typeof value !== 'object') return String(value);
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? String(inner) : inner,
  );
}

/** The shortest text of a number of 32 bits: 0.1, not 0.10000000149011612. */
function floatText(value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return valueText(value);
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

function decimalText(value: unknown, scale: number): string {
  if (value === null || value === undefined) return '';
  const whole = wholeOf(value);
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  const point = digits.length - scale;
  const text = scale > 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits;
  return whole < 0n ? `-${text}` : text;
}

/** The whole number of a decimal: a number, or bytes in two's complement, the highest first. */
function wholeOf(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(String(value));
  let whole = 0n;
  for (const byte of value) whole = whole * 256n + BigInt(byte);
  return BigInt.asIntN(value.length * 8, whole);
}

function isoDay(days: number): string {
  const { year, month, day } = civilOf(days);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function isoMoment(moment: bigint, perSecond: bigint): string {
  const perDay = (DAY / 1000n) * perSecond;
  const within = ((moment % perDay) + perDay) % perDay;
  const days = isoDay(Number((moment - within) / perDay));
  if (within === 0n) return days;
  const seconds = Number(within / perSecond);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const rest = within % perSecond;
  const fraction = String(rest)
    .padStart(String(perSecond).length - 1, '0')
    .replace(/0+$/, '');
  const time = clock.map((part) => pad(part, 2)).join(':');
  return `${days}T${time}${rest === 0n ? '' : `.${fraction}`}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
