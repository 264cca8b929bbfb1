import common from "./common.json";
import document from "./document.json";
import emails from "./emails.json";
import errors from "./errors.json";
import forms from "./forms.json";
import shell from "./shell.json";
import ui from "./ui.json";

/** One catalog file per domain; the file's name is its namespace. */
const messages = { common, emails, errors, document, forms, shell, ui };

export default messages;
