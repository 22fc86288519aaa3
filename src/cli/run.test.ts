import { expect, test } from 'vitest';
import { runHere } from '../../tests/cli/captured.ts';
import { commands } from './commands.ts';

test('without a command, or asked for help, it shows every command in 80 columns', async () => {
  for (const argv of [[], ['--help'], ['help'], ['-h']]) {
    const { code, out, err } = await runHere(argv);
    expect([code, err]).toEqual([0, '']);
    for (const { name } of commands) expect(out).toContain(`  ${name} `);
  }
  expect((await runHere(['case', '--help'])).out).not.toContain('doctor');
});

test('every command has help with examples, in 80 columns', async () => {
  for (const { name, load } of commands) {
    const { examples } = await load();
    const { code, out } = await runHere([...name.split(' '), '--help']);
    expect([code, examples.length > 0, out.includes('Examples'), out.includes(`parley ${name}`)]).toEqual([
      0,
      true,
      true,
      true,
    ]);
    expect(out.split('\n').filter((line) => line.length > 80 && !line.startsWith('  '))).toEqual([]);
    expect((await runHere(['help', ...name.split(' ')])).out).toBe(out);
  }
});

test('what it does not understand gets one sentence and the code 2', async () => {
  const wrong: readonly (readonly [argv: readonly string[], sentence: string])[] = [
    [['carry'], 'There is no command “carry”.'],
    [['case'], 'Say which: case new, case list, case show, case export.'],
    [['case', 'open'], 'There is no command “case open”; there is case new'],
    [['case', 'new'], 'case new needs FILE'],
    [['case', 'list', 'extra'], 'case list does not know what to do with “extra”.'],
    [['case', 'show', 'x', '--ass', 'y'], 'case show has no --ass.'],
    [['case', 'show', 'x', '-a'], 'case show has no -a.'],
    [['case', 'show', 'x', '--as'], '--as needs a value: --as SEAT.'],
    [['case', 'show', 'x', '--as', '--json'], '--as needs a value'],
    [['case', 'list', '--data', ''], '--data needs a value'],
    [['case', 'list', '--json=yes'], '--json takes no value.'],
    [['case', 'list', '--no-json'], 'case list has no --no-json.'],
    [['case', 'list', '--data', 'a', '--data', 'b'], '--data is given twice.'],
    [['case', 'export', 'x', '--format', 'xml'], '--format must be one of yaml, json; it is “xml”.'],
    [['serve', '--port', 'http'], '--port must be a number from 0 to 65535'],
    [['serve', '--public-url', 'parley.example.org'], '--public-url must be an address'],
    [['serve', '--demo', '--host', '0.0.0.0'], 'The demonstration is for this computer alone'],
    [['serve', '--demo', '--public-url', 'https://parley.example.org'], 'it has no --public-url'],
    [['user', 'invite', 'x'], 'Say whom, with --name.'],
    [['user', 'invite', 'x', '--first'], '--first takes no case.'],
  ];
  for (const [argv, sentence] of wrong) {
    const { code, out, err } = await runHere(argv);
    expect([argv, code, out]).toEqual([argv, 2, '']);
    expect(err).toContain(sentence);
    expect(err.split('\n')).toHaveLength(1);
    expect(err).toMatch(/See parley .*--help\.$/);
  }
});

test('it says its version', async () => {
  expect((await runHere(['--version'])).out).toMatch(/^\d+\.\d+\.\d+$/);
});

test('what an operator can mend is refused in a sentence, as JSON too', async () => {
  const none = await runHere(['case', 'new', '/nowhere/at-all.yaml', '--json']);
  expect([none.code, JSON.parse(none.out), none.err]).toEqual([
    1,
    { failed: '/nowhere/at-all.yaml does not exist.' },
    'parley: /nowhere/at-all.yaml does not exist.',
  ]);
  const far = await runHere(['doctor'], { DATABASE_URL: 'postgres://somebody:secret@127.0.0.1:1/parley' });
  expect([far.code, far.err]).toEqual([1, expect.stringContaining('The database does not answer.')]);
  const odd = await runHere(['case', 'list'], { DATABASE_URL: 'no address' });
  expect([odd.code, odd.err]).toEqual([1, expect.stringMatching(/^parley: DATABASE_URL is no address/)]);
});
