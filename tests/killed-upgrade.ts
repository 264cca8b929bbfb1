import { migrate } from "@/db/migrate";
import { parseKeyring } from "@/lib/platform/keyring";
import { sealStaged } from "@/lib/platform/seal-staged";

/**
 * Upgrades a database and kills its own process once something, but not everything, is sealed.
 * Arguments: the owner's address, the password of the app's logins, the sealing keys.
 */
const [ownerUrl = "", appPassword = "", keys = ""] = process.argv.slice(2);
await migrate({
  ownerUrl,
  appPassword,
  sealStaged: (sql) =>
    sealStaged(
      sql,
      () => process.kill(process.pid, "SIGKILL"),
      () => parseKeyring(keys),
    ),
});
