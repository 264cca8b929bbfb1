import clients from "./clients.json";
import common from "./common.json";
import document from "./document.json";
import emails from "./emails.json";
import errors from "./errors.json";
import forms from "./forms.json";
import invoices from "./invoices.json";
import overview from "./overview.json";
import shell from "./shell.json";
import ui from "./ui.json";

/** One catalog file per domain; the file's name is its namespace. */
const messages = { clients, common, emails, errors, document, forms, invoices, overview, shell, ui };

export default messages;
