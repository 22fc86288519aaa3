import { expect, type Page } from '@playwright/test';
import { test } from '../demonstration.ts';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'this is what scripts add');

test('what is said elsewhere is announced in a line, and nothing moves', async ({ demonstration }) => {
  const mediator = await demonstration.as('Ines Maro');
  const delegate = await demonstration.as('Hana Brekk');
  await open(mediator, 'Caucus with Upstream');
  await open(delegate, 'Caucus with Upstream');
  const heading = mediator.getByRole('heading', { level: 1 });
  const before = await heading.boundingBox();
  await delegate.getByLabel('Your words').fill('We are here, and waiting.');
  await delegate.getByRole('button', { name: 'Say it' }).click();
  await expect(mediator.getByText('One new entry in your file.')).toBeVisible();
  expect(await heading.boundingBox()).toEqual(before);
  await expect(mediator.getByText('We are here, and waiting.')).toHaveCount(0);
  await mediator.getByRole('link', { name: 'Show' }).click();
  await expect(mediator.getByText('We are here, and waiting.')).toBeVisible();
});

test('the preview follows what is ticked and typed, and is what arrives', async ({ demonstration }) => {
  const mediator = await demonstration.as('Ines Maro');
  await open(mediator, 'Caucus with Upstream');
  await mediator
    .getByRole('link', { name: /^Carry from/ })
    .last()
    .click();
  const preview = mediator.locator('#preview');
  await mediator
    .getByRole('group', { name: 'What to carry' })
    .getByRole('checkbox', { disabled: false })
    .first()
    .check();
  await mediator.getByLabel('Downstream').check();
  await mediator.getByLabel('As an idea of the mediation’s own').check();
  await mediator.getByLabel(/^Covering words/).fill('As it came to us.');
  await expect(preview).toContainText('As it came to us.');
  const shown = await preview.locator('.carried').innerHTML();
  await mediator.getByLabel(/^Covering words/).fill('As it came to us this morning.');
  await expect(preview.getByRole('button', { name: 'Carry to Downstream' })).toBeDisabled();
  await expect(preview).toContainText('As it came to us this morning.');
  await preview.getByRole('button', { name: 'Carry to Downstream' }).click();
  const delegate = await demonstration.as('Karim Dace');
  await open(delegate, 'Caucus with Downstream');
  const arrived = delegate.locator('article .carried').last();
  expect(await arrived.innerHTML()).toBe(shown.replace('As it came to us.', 'As it came to us this morning.'));
});

test('what is typed comes back until it is sent, to the one who typed it alone', async ({ demonstration }) => {
  const page = await demonstration.as('Karim Dace');
  await open(page, 'Caucus with Downstream');
  const room = page.url();
  const words = page.getByLabel('Your words');
  await words.fill('Before we go on');
  await page.goto('/cases');
  await page.goto(room);
  await expect(words).toHaveValue('Before we go on');
  await expect(page.getByText('Restored what you typed.')).toBeVisible();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(words).toHaveValue('');
  await page.reload();
  await expect(words).toHaveValue('');

  await words.fill('Before we go on, a question.');
  await page.getByRole('button', { name: 'Say it' }).click();
  await expect(page.locator('article', { hasText: 'Before we go on, a question.' })).toBeVisible();
  await expect(words).toHaveValue('');
  await expect(page.getByText('Restored what you typed.')).toHaveCount(0);

  await words.fill('For nobody after me');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who do you want to be?');
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

for (const thread of ['in a thread of its own', 'in the page where the thread cannot be had'])
  test(`the frontier is drawn anew ${thread} as a weight moves, and the words follow`, async ({ demonstration }) => {
    const page = await demonstration.as('Ines Maro');
    const isOwn = thread.startsWith('in a thread');
    if (!isOwn) await page.addInitScript(() => Object.assign(window, { Worker: undefined }));
    await page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name: 'Table' }).click();
    await page.getByRole('link', { name: 'Packages', exact: true }).click();
    await page.getByRole('link', { name: 'The frontier', exact: true }).click();
    const said = page.locator('parley-frontier .said');
    await expect(said).toContainText(/^Point \d+ of \d+/);
    expect(page.workers().length).toBe(isOwn ? 1 : 0);
    await page.locator('parley-frontier .stage').press('Home');
    await expect(said).toContainText(/^Point 1 of/);
    const [words, line] = [await said.textContent(), page.locator('parley-frontier path.line')];
    const drawn = await line.getAttribute('d');
    await page.getByText('What if the weights were different?').click();
    const slider = page.getByRole('slider', { name: /^Slider: / }).first();
    const field = page.locator('#weights input[data-issue]').first();
    const before = await field.inputValue();
    await slider.focus();
    for (let steps = 0; steps < 12; steps += 1) await page.keyboard.press('ArrowUp');
    await expect(field).not.toHaveValue(before);
    await expect(line).not.toHaveAttribute('d', drawn ?? '');
    await expect(said).not.toHaveText(words ?? '');
    await expect(page).toHaveURL(/[?&]w\./);
    await expect(page.locator('#tried')).toContainText('Go back to the stated weights');
    // All of the weight on one issue, where the others have none left.
    await slider.press('End');
    await expect(field).toHaveValue('100');
    await expect(said).toContainText(/^Point \d+ of \d+/);
  });

async function open(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name: 'Rooms' }).click();
  await page.getByRole('link', { name: room, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: room })).toBeVisible();
}
