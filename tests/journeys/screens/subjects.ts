import type { Page } from '@playwright/test';

/** What is shown to whom: the name of its pictures, the person (none for nobody), how to get there from their case, and the ways to show it. */
export interface Subject {
  readonly name: string;
  readonly who: string | null;
  readonly to: (page: Page) => Promise<unknown>;
  /** Widths and what differs from light, left to right, on a screen. */
  readonly ways: readonly `${390 | 820 | 1440}${'' | ' dark' | ' rtl' | ' print'}`[];
}

const mediator = 'Ines Maro';
const delegate = 'Hana Brekk';

const everyWay = ['1440', '1440 dark', '390', '390 rtl'] as const;

/** What the pictures in the documents show: every page, on a phone and at a desk, light, dark, from right to left, and on paper. */
export const subjects: readonly Subject[] = [
  { name: 'sign-in', who: null, to: (page) => page.goto('/sign-in'), ways: ['390', '1440 dark'] },
  { name: 'demonstration', who: null, to: (page) => page.goto('/demonstration'), ways: ['820'] },
  { name: 'nothing-here', who: null, to: (page) => page.goto('/nothing'), ways: ['390 dark'] },
  { name: 'cases', who: mediator, to: (page) => page.goto('/cases'), ways: ['820'] },
  { name: 'open-a-case', who: mediator, to: (page) => page.goto('/cases/new'), ways: ['1440', '390 dark'] },
  { name: 'account', who: mediator, to: (page) => page.goto('/account'), ways: ['390', '820 dark'] },
  {
    name: 'glance-mediator',
    who: mediator,
    to: stay,
    ways: ['1440', '1440 dark', '820', '390', '390 rtl', '1440 rtl', '820 print'],
  },
  { name: 'glance-delegate', who: delegate, to: stay, ways: ['1440 dark', '390'] },
  { name: 'glance-reader', who: 'Vera Quist', to: stay, ways: ['390 dark'] },
  { name: 'rooms', who: mediator, to: under('/rooms'), ways: ['1440', '390 dark'] },
  { name: 'rooms-observer', who: 'Oskar Fenn', to: under('/rooms'), ways: ['820'] },
  {
    name: 'room',
    who: mediator,
    to: under('/rooms/caucus.upstream'),
    ways: ['1440', '390 dark', '390 rtl', '820 print'],
  },
  { name: 'room-delegate', who: delegate, to: under('/rooms/delegation.upstream'), ways: ['390'] },
  { name: 'proposals', who: mediator, to: under('/proposals'), ways: ['1440', '390'] },
  { name: 'proposal', who: mediator, to: following('/proposals', '/proposals/'), ways: ['820 dark', '820 print'] },
  { name: 'new-proposal', who: delegate, to: newProposal, ways: ['390', '820'] },
  { name: 'position', who: delegate, to: under('/positions/new?room=caucus.upstream'), ways: ['390 dark'] },
  { name: 'answer', who: delegate, to: following('', '/answer/'), ways: ['820', '390 rtl'] },
  { name: 'refused', who: delegate, to: refused, ways: ['390'] },
  { name: 'carry', who: mediator, to: carry, ways: ['1440', '390', '820 dark', '1440 rtl'] },
  { name: 'put-forward', who: mediator, to: under('/put-forward'), ways: ['1440 dark'] },
  { name: 'ledger', who: mediator, to: under('/ledger'), ways: ['1440', '390', '820 print'] },
  { name: 'known-to', who: mediator, to: knownTo, ways: ['820'] },
  { name: 'meetings', who: mediator, to: under('/meetings'), ways: ['1440', '390 dark'] },
  { name: 'call-a-meeting', who: mediator, to: under('/meetings/new'), ways: ['820'] },
  { name: 'agenda', who: mediator, to: under('/agenda'), ways: ['1440', '390', '820 print'] },
  { name: 'issue', who: mediator, to: under('/agenda/issue'), ways: ['390'] },
  { name: 'people', who: mediator, to: under('/people'), ways: ['1440', '390'] },
  { name: 'invite', who: mediator, to: under('/people/invite'), ways: ['820'] },
  { name: 'table', who: mediator, to: under('/table'), ways: [...everyWay, '820 print'] },
  { name: 'headway', who: mediator, to: under('/headway'), ways: everyWay },
  { name: 'obstacles', who: mediator, to: under('/obstacles'), ways: [...everyWay, '820 print'] },
  { name: 'preferences', who: mediator, to: under('/preferences'), ways: everyWay },
  { name: 'give-points', who: delegate, to: under('/preferences/upstream'), ways: everyWay },
  { name: 'packages', who: mediator, to: under('/packages'), ways: everyWay },
  { name: 'packages-delegate', who: delegate, to: under('/packages'), ways: ['1440', '390 dark'] },
  { name: 'build-a-package', who: mediator, to: following('/packages', '/packages/build?'), ways: everyWay },
  { name: 'frontier', who: mediator, to: under('/packages/frontier'), ways: everyWay },
  { name: 'ask-sealed', who: mediator, to: under('/sealed/ask'), ways: everyWay },
  { name: 'compare-packages', who: mediator, to: compare, ways: everyWay },
  { name: 'answer-sealed', who: mediator, to: answerSealed, ways: everyWay },
  { name: 'conflict', who: mediator, to: conflict, ways: everyWay },
  { name: 'division', who: mediator, to: division, ways: everyWay },
  { name: 'new-conflict', who: mediator, to: under('/conflict/new'), ways: everyWay },
  { name: 'new-division', who: mediator, to: under('/division/new'), ways: everyWay },
];

/** Stays at the glance of the case, where signing in leads, without the transition that led there. */
function stay(page: Page) {
  return page.reload();
}

/** Goes to an address under the case. */
function under(path: string) {
  return (page: Page) => page.goto(`${new URL(page.url()).pathname}${path}`);
}

/** Goes to a page of the case, and from there by its first link that begins so. */
function following(path: string, link: string) {
  return async (page: Page): Promise<void> => {
    const base = new URL(page.url()).pathname;
    await page.goto(base + path);
    await page.locator(`main a[href^="${base}${link}"]:not([href*="/new"])`).first().click();
    await page.waitForURL(`**${link}**`);
  };
}

async function newProposal(page: Page): Promise<void> {
  await under('/proposals/new?room=caucus.upstream')(page);
  await page.locator('summary', { hasText: 'Summer flow' }).click();
  await page.locator('[name="terms.summer-flow"]').fill('31');
}

async function refused(page: Page): Promise<void> {
  await newProposal(page);
  await page.locator('[name="terms.summer-flow"]').fill('a river');
  await page.getByRole('button', { name: 'Put it forward' }).click();
  await page.locator('.problem').waitFor();
}

async function carry(page: Page): Promise<void> {
  await following('', '/carry/')(page);
  await page.locator('[name="terms"]:enabled').first().check();
  await page.locator('[name="attribution"][value="unattributed"]').check();
  await page.locator('[name="covering"]').fill('We see movement here, and would like to hear yours.');
  await page.locator('#preview .carried').waitFor();
}

async function knownTo(page: Page): Promise<void> {
  await under('/ledger')(page);
  await page.getByRole('button', { name: 'Show the list' }).click();
  await page.waitForURL('**party=**');
}

async function compare(page: Page): Promise<void> {
  await under('/packages')(page);
  for (const letter of ['A', 'B', 'C']) await page.getByLabel(`Compare ${letter}`).check();
  await page.getByRole('button', { name: 'Compare those ticked' }).click();
  await page.waitForURL('**/packages/compare?**');
}

/** Asks as a mediator, and shows what a side is asked. */
async function answerSealed(page: Page): Promise<void> {
  await following('/packages', '/sealed/ask?')(page);
  await page.getByLabel('Title').fill('A package for the dry years');
  await page.getByLabel('Open until').fill('2040-01-01T12:00');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Ask them' }).click();
  await page.getByText('open for answers').waitFor();
  const question = page.url();
  await page.goto('/demonstration');
  await page.getByRole('button', { name: delegate }).first().click();
  await page.goto(question);
}

async function conflict(page: Page): Promise<void> {
  await under('/conflict/new')(page);
  await page.getByLabel('Title').fill('Who moves first');
  await page.getByLabel('Who decides on what').fill('Downstream: pay for lost power\nUpstream: let more water through');
  await page.getByRole('button', { name: /^Show the states/ }).click();
  await page.getByLabel(/^What Downstream prefers/).fill('s3\ns4\ns1\ns2');
  await page.getByLabel(/^What Upstream prefers/).fill('s2\ns4\ns1\ns3');
  await page.getByRole('button', { name: 'Keep the model' }).click();
  await page.waitForURL(/\/conflict\/[0-9a-f-]{36}/);
}

async function division(page: Page): Promise<void> {
  await under('/division/new?from=downstream&from=upstream')(page);
  await page.getByLabel('Title').fill('What each would have, point by point');
  await page.getByRole('button', { name: 'Keep the division' }).click();
  await page.waitForURL(/\/division\/[0-9a-f-]{36}/);
}
