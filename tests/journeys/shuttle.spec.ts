import { expect, type Page } from '@playwright/test';
import { test } from './demonstration.ts';

/** What the whole issue is about, once without a script and once with: from one room to the other and back, through the mediation. */
test('the shuttle: propose, carry what may be carried, answer, and carry back', async ({ demonstration }, {
  project,
}) => {
  test.setTimeout(120_000);
  const mark = `${project.name} ${Date.now()}`;
  const mediator = await demonstration.as('Ines Maro');
  const upstream = await demonstration.as('Hana Brekk');
  const downstream = await demonstration.as('Karim Dace');

  // A delegate proposes three terms, one of them held.
  await open(upstream, 'Rooms', 'Caucus with Upstream');
  await upstream.getByRole('link', { name: 'Put forward a proposal here' }).click();
  await term(upstream, 'Summer flow', {
    answer: '33',
    release: 'conveyed',
    words: `Thirty-three at the gauge, ${mark}.`,
  });
  await term(upstream, 'Filling of the reservoir', {
    answer: '8',
    release: 'floated',
    words: `Eight winters, ${mark}.`,
  });
  await term(upstream, 'Payment for lost power', {
    answer: '21.5',
    release: 'Hold',
    words: `Never below this, ${mark}.`,
  });
  await upstream.getByLabel(/^Note/).fill(`A word for the mediation alone, ${mark}.`);
  await upstream.getByRole('button', { name: 'Put it forward' }).click();
  await expect(upstream.getByText(`Never below this, ${mark}.`)).toBeVisible();

  // The mediator finds it; the held term is there, struck through, and cannot be ticked.
  await open(mediator, 'Rooms', 'Caucus with Upstream');
  await mediator
    .locator('article.proposal', { hasText: mark })
    .getByRole('link', { name: /^Carry/ })
    .click();
  await expect(mediator.getByLabel(/Payment for lost power/)).toBeDisabled();
  await expect(mediator.locator('s', { hasText: 'Payment for lost power' })).toBeVisible();

  // A request that carries it all the same is refused by name, and records nothing.
  const refused = await forged(mediator, 'compensation');
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Payment for lost power: 21.5 million crowns a year is held');

  // Carrying the released one shows exactly what the other side will read.
  await mediator.getByLabel(/^Summer flow/).check();
  await mediator.getByLabel('Downstream').check();
  await mediator.getByLabel(/^As Upstream/).check();
  await mediator.getByLabel(/^Covering words/).fill(`From this morning, ${mark}.`);
  await mediator.getByRole('button', { name: 'Preview' }).click();
  const preview = mediator.locator('#preview .carried');
  await expect(preview).toContainText(`Thirty-three at the gauge, ${mark}.`);
  const previewed = await preview.evaluate((element) => element.outerHTML);
  await mediator.getByRole('button', { name: /^Carry to/ }).click();
  await expect(mediator.getByRole('heading', { level: 1 })).toContainText('Downstream');

  // The floated one goes as the mediation's own idea, reworded.
  await open(mediator, 'Rooms', 'Caucus with Upstream');
  await mediator
    .locator('article.proposal', { hasText: mark })
    .getByRole('link', { name: /^Carry/ })
    .click();
  await mediator.getByLabel(/^Filling of the reservoir/).check();
  await mediator.getByLabel(/^Wording on Filling/).fill(`Would eight winters do, ${mark}?`);
  await mediator.getByLabel('Downstream').check();
  await mediator.getByLabel(/^As an idea of the mediation/).check();
  await mediator.getByRole('button', { name: 'Preview' }).click();
  await mediator.getByRole('button', { name: /^Carry to/ }).click();

  // The other side reads the previewed text to the byte, and nothing else of it, on any of its pages.
  await open(downstream, 'Rooms', 'Caucus with Downstream');
  const copies = downstream.locator('article.carried', { hasText: mark });
  await expect(copies).toHaveCount(2);
  expect(
    await copies
      .first()
      .locator('.carried')
      .evaluate((element) => element.outerHTML),
  ).toBe(previewed);
  for (const hidden of [`Never below this, ${mark}`, `Eight winters, ${mark}`, `mediation alone, ${mark}`])
    expect(await everything(downstream)).not.toContain(hidden);

  // It answers: accept if.
  await copies.first().getByRole('link', { name: 'Answer' }).click();
  await downstream.getByLabel(/^Accept if/).check();
  await term(downstream, 'Flow data', { answer: 'Daily', release: 'conveyed', words: `Daily readings, ${mark}.` });
  await downstream.locator('input[name="release"][value="convey"]').check();
  await downstream.getByRole('button', { name: 'Send the answer' }).click();
  await expect(downstream.locator('article.response', { hasText: `Daily readings, ${mark}.` })).toBeVisible();

  // The first side has its receipts, and not the answer.
  await open(upstream, 'Rooms', 'Caucus with Upstream');
  await expect(upstream.locator('article.receipt').last()).toContainText('Filling of the reservoir: 8 years');
  await expect(upstream.locator('article.receipt').last()).toContainText('reworded');
  expect(await everything(upstream)).not.toContain(`Daily readings, ${mark}`);

  // The mediator carries the answer back; then the first side has it.
  await open(mediator, 'Rooms', 'Caucus with Downstream');
  await mediator
    .locator('article.response', { hasText: mark })
    .getByRole('link', { name: /^Carry/ })
    .click();
  await mediator.getByLabel(/^The answer itself/).check();
  await mediator.getByLabel(/^Flow data/).check();
  await mediator.getByLabel('Upstream', { exact: true }).check();
  await mediator.getByLabel(/^As Downstream/).check();
  await mediator.getByRole('button', { name: 'Preview' }).click();
  await mediator.getByRole('button', { name: /^Carry to/ }).click();
  await open(upstream, 'Rooms', 'Caucus with Upstream');
  await expect(upstream.locator('article.carried', { hasText: `Daily readings, ${mark}.` })).toContainText('Accept if');

  // The ledger shows all of it, with the permission and the change of words.
  await open(mediator, 'Ledger');
  const ledger = mediator.locator('table').first();
  for (const line of ['Summer flow: 33 m³/s', 'Filling of the reservoir: 8 years', 'Flow data: Daily'])
    await expect(ledger).toContainText(line);
  await expect(ledger).not.toContainText('21.5');
  await mediator
    .getByText(/reworded/i)
    .first()
    .click();
});

test('a meeting that only one institution and one side know of is nowhere in the other files', async ({
  demonstration,
}) => {
  const secret = 'The Institute with Downstream';
  for (const [name, knows] of [
    ['Tomas Reyl', true],
    ['Karim Dace', true],
    ['Ines Maro', false],
    ['Hana Brekk', false],
    ['Vera Quist', false],
  ] as const) {
    const page = await demonstration.as(name);
    await open(page, 'Meetings');
    expect((await page.locator('main').innerText()).includes(secret), name).toBe(knows);
    expect((await everything(page)).includes(secret), name).toBe(knows);
  }
});

async function open(page: Page, ...links: readonly string[]): Promise<void> {
  for (const name of links) await page.getByRole('link', { name, exact: true }).first().click();
}

interface TermTyped {
  readonly answer: string;
  readonly release: string;
  readonly words: string;
}

/** Gives a term on an issue in a form that has a fold for each. */
async function term(page: Page, issue: string, { answer, release, words }: TermTyped): Promise<void> {
  const fold = page.locator('details', { has: page.locator('summary', { hasText: issue }) }).first();
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
  const number = fold.locator('input[inputmode], input[type=number]').first();
  if ((await number.count()) > 0) await number.fill(answer);
  else await fold.getByLabel(answer, { exact: true }).check();
  await fold.getByLabel(new RegExp(release)).first().check();
  await fold.locator('textarea, input[name^="words"]').first().fill(words);
}

/** Sends the form of the page as it is with one more term ticked, as somebody could who writes requests by hand. */
async function forged(page: Page, issue: string): Promise<{ readonly status: number; readonly text: string }> {
  const address = new URL(page.url());
  const answer = await page.request.post(address.pathname, {
    headers: { origin: address.origin },
    form: {
      key: `forged ${Date.now()}`,
      seen: '',
      step: 'preview',
      terms: issue,
      to: 'party:downstream',
      attribution: 'attributed',
      covering: '',
    },
  });
  return { status: answer.status(), text: await answer.text() };
}

/** All that a person can read of the case, page by page, and their export. */
async function everything(page: Page): Promise<string> {
  const base = /^\/cases\/[^/]+/.exec(new URL(page.url()).pathname)?.[0] ?? '';
  const texts: string[] = [];
  for (const path of ['', '/rooms', '/proposals', '/meetings', '/agenda', '/people', '/file.json', '/file.yaml']) {
    const answer = await page.request.get(`${base}${path}`);
    expect(answer.status(), path).toBe(200);
    texts.push(await answer.text());
  }
  const rooms = [...(texts[1] ?? '').matchAll(/href="([^"]*\/rooms\/[^"]+)"/g)].map(([, address]) => address ?? '');
  for (const room of rooms) texts.push(await (await page.request.get(room)).text());
  return texts.join('\n');
}
