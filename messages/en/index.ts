import account from "./account.json" with { type: "json" };
import auth from "./auth.json" with { type: "json" };
import clients from "./clients.json" with { type: "json" };
import common from "./common.json" with { type: "json" };
import document from "./document.json" with { type: "json" };
import emails from "./emails.json" with { type: "json" };
import errors from "./errors.json" with { type: "json" };
import factors from "./factors.json" with { type: "json" };
import files from "./files.json" with { type: "json" };
import forms from "./forms.json" with { type: "json" };
import invoices from "./invoices.json" with { type: "json" };
import overview from "./overview.json" with { type: "json" };
import pay from "./pay.json" with { type: "json" };
import payments from "./payments.json" with { type: "json" };
import portal from "./portal.json" with { type: "json" };
import privacy from "./privacy.json" with { type: "json" };
import quotes from "./quotes.json" with { type: "json" };
import reports from "./reports.json" with { type: "json" };
import settings from "./settings.json" with { type: "json" };
import shell from "./shell.json" with { type: "json" };
import staff from "./staff.json" with { type: "json" };
import statement from "./statement.json" with { type: "json" };
import ui from "./ui.json" with { type: "json" };
import users from "./users.json" with { type: "json" };
import why from "./why.json" with { type: "json" };

/** One catalog file per domain; the file's name is its namespace. Node itself asks for the imports' attribute. */
const messages = {
  account,
  auth,
  clients,
  common,
  document,
  emails,
  errors,
  factors,
  files,
  forms,
  invoices,
  overview,
  pay,
  payments,
  portal,
  privacy,
  quotes,
  reports,
  settings,
  shell,
  staff,
  statement,
  ui,
  users,
  why,
};

export default messages;
