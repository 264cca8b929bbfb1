import { config } from "zod";
import { makeTrustedTypesPolicy } from "@/components/shell/trusted-types";

// Runs before the first page is hydrated, and so before anything is loaded by a script.
makeTrustedTypesPolicy();

// Otherwise every schema tries whether it may write code, which the page's policy refuses and reports.
config({ jitless: true });
