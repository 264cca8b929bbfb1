import { makeTrustedTypesPolicy } from "@/components/shell/trusted-types";

// Runs before the first page is hydrated, and so before anything is loaded by a script.
makeTrustedTypesPolicy();
