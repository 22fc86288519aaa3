import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type TestParley } from './app.ts';
import { formsOf } from './forms.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.close());

test('what a person says in a room by its form is read there, and not by the other side', async () => {
  const ana = await parley.as('ana');
  const room = await ana.get(`${parley.base}/rooms/caucus.upstream`);
  expect(room.status).toBe(200);
  const said = await ana.submit(room, { words: 'We could live with 20 percent.' });
  expect(said.text).toContain('We could live with 20 percent.');
  const ben = await parley.as('ben');
  expect((await ben.get(parley.base)).text).not.toContain('20 percent');
  expect((await ben.get(`${parley.base}/rooms/caucus.upstream`)).status).toBe(404);
});

test('nobody is sent to sign in', async () => {
  const page = await parley.nobody().fetch(parley.base);
  expect([page.status, page.headers.get('location')]).toEqual([
    303,
    `/sign-in?next=${encodeURIComponent(parley.base)}`,
  ]);
});

test('a form is read as a browser would send it', () => {
  const html = `<form method="post" action="/a?b=1&amp;c=2">
    <input type="hidden" name="key" value="k&quot;1"/><input name="name" type="text" value="Ana &lt;a&gt;"/>
    <input type="radio" name="to" value="x"/><input type="radio" name="to" value="y" checked=""/><input type="checkbox" name="box" value="1" disabled=""/>
    <textarea name="words" rows="4">one\ntwo &amp; three</textarea>
    <select name="issue"><option value="a">A</option><option value="b" selected="">B</option></select>
    <button name="act" value="send">Send <em>it</em></button></form>`;
  expect(formsOf(html)).toEqual([
    {
      action: '/a?b=1&c=2',
      method: 'post',
      fields: [
        ['key', 'k"1'],
        ['name', 'Ana <a>'],
        ['to', 'y'],
        ['words', 'one\ntwo & three'],
        ['issue', 'b'],
      ],
      choices: new Map([
        ['to', ['x', 'y']],
        ['issue', ['a', 'b']],
      ]),
      typed: new Map([
        ['name', 'text'],
        ['words', 'textarea'],
      ]),
      buttons: [{ words: 'Send it', name: 'act', value: 'send', action: null }],
    },
  ]);
});
