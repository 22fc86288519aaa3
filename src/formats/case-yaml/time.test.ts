import { describe, expect, it } from 'vitest';
import { instantIn, isTimeZone } from './time.ts';

const read = (written: string, zone = 'Europe/Zurich', edge: 'start' | 'end' = 'start') => {
  const result = instantIn(written, zone, edge);
  return 'instant' in result ? result.instant : result.fault;
};

describe('a date in a case', () => {
  it('is read in the time zone of the case', () => {
    expect(read('2031-01-15 09:30')).toBe('2031-01-15T08:30:00.000Z');
    expect(read('2031-07-15 09:30')).toBe('2031-07-15T07:30:00.000Z');
    expect(read('2031-07-15T09:30:15')).toBe('2031-07-15T07:30:15.000Z');
    expect(read('2031-07-15 09:30', 'Asia/Kathmandu')).toBe('2031-07-15T03:45:00.000Z');
    expect(read('2031-07-15 00:10', 'Pacific/Kiritimati')).toBe('2031-07-14T10:10:00.000Z');
    expect(read('2031-07-15 09:30', 'UTC')).toBe('2031-07-15T09:30:00.000Z');
  });

  it('without a time is the start of the day, or the end of it where a deadline falls', () => {
    expect(read('2031-04-02', 'UTC')).toBe('2031-04-02T00:00:00.000Z');
    expect(read('2031-04-02', 'UTC', 'end')).toBe('2031-04-02T23:59:00.000Z');
    expect(read('2031-04-02 08:00', 'UTC', 'end')).toBe('2031-04-02T08:00:00.000Z');
  });

  it('may name an offset of its own', () => {
    expect(read('2031-04-02 09:30Z')).toBe('2031-04-02T09:30:00.000Z');
    expect(read('2031-04-02T09:30-05:00')).toBe('2031-04-02T14:30:00.000Z');
  });

  it('takes the first of an hour that comes twice, and refuses one that does not come', () => {
    expect(read('2031-10-26 02:30')).toBe('2031-10-26T00:30:00.000Z');
    expect(read('2031-03-30 02:30')).toBe(
      'There is no 02:30 on 2031-03-30 in Europe/Zurich: the clocks go forward then.',
    );
  });

  it('must exist', () => {
    for (const wrong of [
      '2031-02-29',
      '2031-13-01',
      '2031-04-31',
      '2031-04-02 25:00',
      '2031-04-02 24:00',
      '0000-00-00',
    ])
      expect(read(wrong)).toBe(`There is no such date or time: ${wrong}.`);
    expect(read('2028-02-29', 'UTC')).toBe('2028-02-29T00:00:00.000Z');
  });
});

it('a time zone is one that the clock knows', () => {
  expect(['Europe/Zurich', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
