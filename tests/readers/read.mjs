// SPDX-License-Identifier: MIT
// Reads rows.csv with DuckDB by the line in the file that is named, and prints each value as text, one JSON array a row.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { DuckDBInstance } = createRequire(`${process.env.DUCKDB}/`)("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const rows = await connection.runAndReadAll(readFileSync(process.argv[2], "utf-8"));
const print = (row) => console.log(JSON.stringify(row));
print(rows.columnNames());
for (const row of rows.getRows()) print(row.map((value) => (value === null ? null : String(value))));
