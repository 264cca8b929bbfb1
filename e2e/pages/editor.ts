import { expect, type Locator, type Page } from "@playwright/test";

export type Line = { description: string; quantity: string; price: string; discount?: string; tax?: string };

/** The invoice editor. */
export class Editor {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/invoices/new");
    await expect(this.page.getByRole("heading", { name: "New invoice" })).toBeVisible();
  }

  line(number: number): Locator {
    return this.page.getByRole("listitem", { name: `Line ${number}`, exact: true });
  }

  get document(): Locator {
    return this.page.getByRole("article", { name: /^Invoice/ });
  }

  /** Creates a client from the editor itself, and so chooses it. */
  async createClient(name: string, email: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "Client" }).click();
    await this.page.keyboard.type(name);
    await this.page.getByText(`Create “${name}”`).click();
    const dialog = this.page.getByRole("dialog");
    await expect(dialog.getByLabel("Name", { exact: true })).toHaveValue(name);
    await dialog.getByLabel("Email").fill(email);
    await dialog.getByRole("button", { name: /^Create/ }).click();
    await expect(dialog).toBeHidden();
  }

  async chooseClient(name: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "Client" }).click();
    await this.page.keyboard.type(name);
    await this.page.getByRole("option", { name }).first().click();
  }

  async fill(number: number, { description, quantity, price, discount, tax }: Line): Promise<void> {
    const line = this.line(number);
    await line.getByLabel("Description").fill(description);
    await line.getByLabel("Quantity").fill(quantity);
    await line.getByLabel("Unit price").fill(price);
    if (discount) await line.getByLabel("Discount", { exact: true }).fill(discount);
    if (tax) await line.getByLabel("Tax").selectOption({ label: tax });
  }

  async addLine(): Promise<void> {
    await this.page.getByRole("button", { name: "Add line" }).click();
  }

  /** A percentage off the whole, spread over the taxes of the lines. */
  async addDiscount(description: string, percent: string): Promise<void> {
    await this.page.getByRole("button", { name: "Add discount" }).click();
    // The focus is where one types next.
    await this.page.keyboard.type(description);
    await this.page.getByLabel("How much", { exact: true }).last().fill(percent);
  }

  /** The sums below the lines. */
  get totals(): Locator {
    return this.page.locator("dl").filter({ has: this.page.getByTestId("invoice-total") });
  }

  async finalize(): Promise<void> {
    await this.page.getByRole("button", { name: "Finalize", exact: true }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Finalize", exact: true }).click();
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "Save draft" }).click();
    await expect(this.page).toHaveURL(/\/invoices\/[0-9a-f-]+\/edit/);
    await expect(this.page.getByText("Saved", { exact: true })).toBeVisible();
  }
}
