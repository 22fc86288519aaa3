import { expect, type Page } from '@playwright/test';
import { test } from './demonstration.ts';

/** From points to a package to a proposal, once without a script and once with; the names are those of the invented river. */
test('a delegate releases points; a mediator finds the set-back and turns a package into a proposal', async ({
  demonstration,
}, { project }) => {
  test.setTimeout(120_000);
  const mark = `${project.name} ${Date.now()}`;
  const mediator = await demonstration.as('Ines Maro');
  const upstream = await demonstration.as('Hana Brekk');
  const downstream = await demonstration.as('Karim Dace');

  // The delegate gives points for its own side alone: the mediation does not see them.
  await table(upstream, 'Preferences');
  await upstream.getByRole('link', { name: 'Give points' }).click();
  await upstream.getByLabel('Without an agreement (optional)').fill('44');
  await upstream.getByLabel('Where the points come from (optional)').fill(`By the ministry, ${mark}.`);
  await upstream.getByLabel(/^Your delegation alone/).check();
  await upstream.getByRole('button', { name: 'Record the points' }).click();
  await expect(upstream.getByText(`By the ministry, ${mark}.`)).toBeVisible();
  await table(mediator, 'Preferences');
  await expect(mediator.getByText(`By the ministry, ${mark}.`)).toHaveCount(0);

  // Then it releases them to the mediation; the other side still sees nothing of them.
  await upstream.getByRole('link', { name: 'Give points' }).click();
  await upstream.getByLabel(/^Your delegation and the mediation/).check();
  await upstream.getByRole('button', { name: 'Record the points' }).click();
  await mediator.reload();
  await expect(mediator.getByText(`By the ministry, ${mark}.`)).toBeVisible();
  await table(downstream, 'Preferences');
  await expect(downstream.getByText('Upstream', { exact: true })).toHaveCount(0);

  // What moved, what is stuck, what time is left; and the set-back of round 3 with the entries that show it.
  await table(mediator, 'Where they stand');
  await expect(mediator.getByText('What is stuck')).toBeVisible();
  await expect(mediator.getByRole('row', { name: /Reading of the gauges/ })).toContainText('stuck');
  await table(mediator, 'Headway');
  const round = mediator.locator('#round-3');
  await expect(round).toContainText('a set-back');
  await expect(round).toContainText('Summer flow moved from 35 to 42 m³/s');
  await round.getByText(/entries that show it/).click();
  await expect(round.getByRole('link', { name: /Position on Summer flow: 42/ })).toBeVisible();

  // A suggested package, with the sentence that explains it, becomes a bridging proposal through the same preview as any carrying.
  await table(mediator, 'Packages');
  await expect(mediator.getByRole('heading', { name: /Nash/ })).toBeVisible();
  await expect(mediator.getByText(/no package has a larger product of gains/)).toBeVisible();
  await mediator.getByRole('link', { name: 'Make it a bridging proposal' }).first().click();
  await mediator.getByLabel('Title').fill(`The package, ${mark}`);
  await mediator.getByRole('button', { name: 'Preview' }).click();
  await expect(mediator.locator('#preview')).toContainText(`The package, ${mark}`);
  await mediator.getByRole('button', { name: 'Put it forward' }).click();
  await open(downstream, 'Rooms', 'Caucus with Downstream');
  await expect(downstream.getByText(`The package, ${mark}`).first()).toBeVisible();
});

for (const { said, title, heading } of [
  { said: ['Yes', 'Yes'], title: 'On a joint yes', heading: 'There is a deal' },
  { said: ['No', 'Yes'], title: 'On one no', heading: 'There is no deal' },
] as const)
  test(`sealed answers: ${title.toLowerCase()} ${heading.toLowerCase()}, and nobody learns more`, async ({
    demonstration,
  }, { project }) => {
    test.setTimeout(120_000);
    const mark = `${title}, ${project.name} ${Date.now()}`;
    const mediator = await demonstration.as('Ines Maro');
    const upstream = await demonstration.as('Hana Brekk');
    const downstream = await demonstration.as('Karim Dace');

    await table(mediator, 'Packages');
    await mediator.getByRole('link', { name: 'Ask for sealed answers' }).first().click();
    await mediator.getByLabel('Title').fill(mark);
    await mediator.getByLabel('Open until').fill('2040-01-01T12:00');
    await mediator.getByRole('button', { name: 'Preview' }).click();
    await expect(mediator.locator('#preview')).toContainText('Until all have answered, nobody is told an answer');
    await mediator.getByRole('button', { name: 'Ask them' }).click();
    await expect(mediator.getByText('open for answers')).toBeVisible();
    const waiting = await wordsOf(mediator);

    await answer(upstream, mark, said[0]);
    await expect(upstream.getByText(`Sealed: ${said[0].toLowerCase()}.`)).toBeVisible();
    // The mediation's page is what it was: nobody can tell that one side has answered.
    await mediator.reload();
    expect(await wordsOf(mediator)).toBe(waiting);

    await answer(downstream, mark, said[1]);
    for (const page of [upstream, downstream, mediator]) {
      await page.reload();
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    }
    // Neither page of a side, nor its whole file, holds the other's answer.
    for (const [page, other] of [
      [upstream, 'downstream'],
      [downstream, 'upstream'],
      [mediator, 'upstream'],
      [mediator, 'downstream'],
    ] as const)
      expect(await sealedAnswersIn(page)).not.toContain(other);
  });

async function open(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole('link', { name, exact: true }).first().click();
}

const table = (page: Page, name: string): Promise<void> => open(page, 'Table', name);

async function answer(page: Page, title: string, said: string): Promise<void> {
  await table(page, 'Sealed answers');
  await page.getByRole('link', { name: title }).click();
  await page.getByLabel(said, { exact: false }).first().check();
  await page.getByRole('button', { name: 'Seal the answer' }).click();
}

/** The page as it reads, but for how long is left. */
const wordsOf = (page: Page): Promise<string> => page.locator('main').innerText();

/** The sides whose sealed answers a person's own file holds. */
async function sealedAnswersIn(page: Page): Promise<readonly string[]> {
  const base = /.*\/cases\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
  const file = (await (await page.request.get(`${base}/file.json`)).json()) as {
    readonly entries: readonly { readonly kind: string; readonly party?: string }[];
  };
  return file.entries.filter(({ kind }) => kind === 'sealedAnswer').map(({ party }) => party ?? '');
}
