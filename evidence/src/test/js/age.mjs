// Opens and seals with age-encryption, the age implementation in TypeScript: `age.mjs open IDENTITY FILE` writes
// the plaintext, `age.mjs seal RECIPIENT FILE` the age file, to the standard output.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, verb, key, file] = process.argv.slice(2);
const entry = createRequire(pathToFileURL(modules + "/")).resolve("age-encryption");
const age = await import(pathToFileURL(entry));
const bytes = readFileSync(file);
if (verb === "open") {
  const opener = new age.Decrypter();
  opener.addIdentity(key);
  process.stdout.write(await opener.decrypt(bytes));
} else {
  const sealer = new age.Encrypter();
  sealer.addRecipient(key);
  process.stdout.write(await sealer.encrypt(bytes));
}
