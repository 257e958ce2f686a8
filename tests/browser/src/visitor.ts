import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';

const artifacts = fileURLToPath(new URL('../artifacts/', import.meta.url));
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface User { readonly username: string; readonly password: string }

/** Where on a page something is done: the whole of it, or one named part. */
type Place = Page | Locator;

/** Somebody at their own browser, who uses the pages as a person does: by what is written on them. */
export class Visitor {
  /** What was found wrong on the pages that were looked at. */
  readonly faults: string[] = [];

  private constructor(readonly page: Page, private readonly name: string, private readonly hubUrl: string) {}

  static async open(browser: Browser, hubUrl: string, name: string): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width: 1_100, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const visitor = new Visitor(page, name, hubUrl);
    page.on('pageerror', (error) => visitor.faults.push(`page error: ${error.message}`));
    return visitor;
  }

  /** Signs in on the identity provider's own page. */
  async signIn({ username, password }: User): Promise<void> {
    await this.page.goto(this.hubUrl);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.locator('#username').fill(username);
    await this.page.locator('#password').fill(password);
    await this.page.locator('#kc-login').click();
    await this.page.getByRole('button', { name: 'Sign out' }).waitFor();
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.hubUrl}${path}`);
    await this.page.locator('h1').waitFor();
  }

  /** Waits for a page or a step with this heading. */
  async sees(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { name: heading }).first().waitFor();
  }

  async seesText(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** The part of the page with this name, for example one question of several. */
  part(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name });
  }

  async follow(name: string | RegExp, place: Place = this.page): Promise<void> {
    await place.getByRole('link', { name }).first().click();
  }

  /** Presses a button, or a link that looks like one. */
  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  async fill(label: string | RegExp, text: string, place: Place = this.page): Promise<void> {
    await place.getByLabel(label).first().fill(text);
  }

  async select(label: string | RegExp, option: string | RegExp, place: Place = this.page): Promise<void> {
    const field = place.getByLabel(label).first();
    const wanted = await field.locator('option', { hasText: option }).first().getAttribute('value');
    await field.selectOption(wanted ?? '');
  }

  /** Chooses one or more answers under a legend. */
  async choose(legend: string | RegExp, answers: string | RegExp | readonly (string | RegExp)[], place: Place = this.page): Promise<void> {
    const group = place.getByRole('group', { name: legend }).first();
    for (const answer of Array.isArray(answers) ? answers : [answers]) await group.getByLabel(answer).first().check({ force: true });
  }

  /** Fills in a date, and a time where one is asked. */
  async enterDate(legend: string | RegExp, { day, time }: { readonly day: string; readonly time?: string }, place: Place = this.page): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    const group = place.getByRole('group', { name: legend }).first();
    await group.getByLabel('Day').fill(date);
    await group.getByLabel('Month').fill(month);
    await group.getByLabel('Year').fill(year);
    if (time !== undefined) await group.getByLabel('Time').fill(time);
  }

  /** The rules by which the last form was refused. */
  async refusals(): Promise<readonly string[]> {
    await this.page.getByRole('alert').waitFor();
    return this.page.getByRole('alert').locator('.app-rule').allTextContents().then((all) => all.map((text) => text.replace('Rule', '').trim()));
  }

  /** Looks at the page: takes its picture, and notes what keeps somebody from using it. */
  async looks(name: string): Promise<void> {
    mkdirSync(artifacts, { recursive: true });
    await this.page.screenshot({ path: `${artifacts}${name}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(standards).analyze();
    for (const violation of violations) this.faults.push(`${this.name}, ${name}: ${violation.id} (${violation.nodes.slice(0, 2).map(({ html }) => html.slice(0, 160)).join(' | ')})`);
    const sideways = await this.page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    if (sideways > 0) this.faults.push(`${this.name}, ${name}: scrolls sideways by ${sideways}`);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
