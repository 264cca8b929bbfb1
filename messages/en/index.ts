import auth from "./auth.json";
import clients from "./clients.json";
import common from "./common.json";
import document from "./document.json";
import emails from "./emails.json";
import errors from "./errors.json";
import forms from "./forms.json";
import invoices from "./invoices.json";
import overview from "./overview.json";
import pay from "./pay.json";
import payments from "./payments.json";
import portal from "./portal.json";
import quotes from "./quotes.json";
import reports from "./reports.json";
import settings from "./settings.json";
import shell from "./shell.json";
import staff from "./staff.json";
import statement from "./statement.json";
import ui from "./ui.json";
import users from "./users.json";
import why from "./why.json";

/** One catalog file per domain; the file's name is its namespace. */
const messages = {
  auth,
  clients,
  common,
  document,
  emails,
  errors,
  forms,
  invoices,
  overview,
  pay,
  payments,
  portal,
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
