import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";

/**
 * Loads `.env` of the current folder before the program starts; variables of the environment take precedence. Node's
 * own option ignores a file that cannot be read, and Plazo would start without its tokens.
 */
try {
  for (const [name, value] of Object.entries(parseEnv(readFileSync(".env", "utf8")))) process.env[name] ??= value;
} catch (error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code !== "ENOENT") {
    process.stderr.write(
      `.env exists but cannot be read (${code}): make it readable for this user, or remove it. Plazo did not start.\n`,
    );
    process.exit(1);
  }
}
