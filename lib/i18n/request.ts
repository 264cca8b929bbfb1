import { getRequestConfig } from "next-intl/server";
import messages from "@/messages/en";

/** English is the only catalog so far; the reader's locale chooses here when there are more. */
export default getRequestConfig(async () => ({ locale: "en", messages, timeZone: "UTC" }));
