// SPDX-License-Identifier: MIT
// Reads an archive with warcio, and prints each record as a line of JSON: node warc.mjs FILE. The digests are computed
// here, over what warcio takes for the block and for the payload.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pathToFileURL } from "node:url";

const { WARCParser } = await import(pathToFileURL(`${process.env.READERS}/node_modules/warcio/dist/index.js`));
const digest = (bytes) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

// Once as blocks, once with HTTP taken apart.
const records = [];
for await (const record of new WARCParser(createReadStream(process.argv[2]), { parseHttp: false })) {
  records.push({ version: record.warcHeaders.statusline, ...Object.fromEntries(record.warcHeaders.headers) });
  records.at(-1).block = digest(await record.readFully(false));
}
const parser = new WARCParser(createReadStream(process.argv[2]));
let at = 0;
for await (const record of parser) {
  const payload = await record.readFully(true);
  const entry = records[at++];
  entry.offset = parser.offset;
  if (record.httpHeaders) {
    entry.http = record.httpHeaders.statusline;
    entry.headers = Object.fromEntries(record.httpHeaders.headers);
  }
  entry.payload = digest(payload);
  entry.text = new TextDecoder().decode(payload).slice(0, 60);
}
if (at !== records.length) throw new Error(`${at} records, and ${records.length} before`);
for (const entry of records) console.log(JSON.stringify(entry));
