// The peers from npm in one process: reads a line {"ask": ..., "path": ..., "threads": ...}, answers with a line
// {"answer": ...} or {"error": ...}. A peer is loaded when it is first asked, so that only the work is timed after that.
import { createInterface } from 'node:readline';

const loaded = {};

async function duckdb(threads) {
  if (!loaded.duckdb) {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
    loaded.duckdb = await instance.connect();
  }
  return loaded.duckdb;
}

const quoted = path => `'${path.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
const tenths = degrees => Math.round(degrees * 10);

const asks = {
  // Weather: rows of [station, count, sum, minimum, maximum], temperatures in tenths of a degree, by station.
  async 'duckdb-weather'({ path, threads }) {
    const connection = await duckdb(threads);
    const reader = await connection.runAndReadAll(`
      SELECT station, count(*)::INTEGER, sum(temperature), min(temperature), max(temperature)
      FROM read_csv(${quoted(path)}, header = true, delim = ',', columns = {'station': 'VARCHAR', 'temperature': 'DOUBLE'})
      GROUP BY station`);
    return reader.getRows().map(([station, count, ...degrees]) => [station, count, ...degrees.map(tenths)]);
  },

  async 'polars-weather'({ path }) {
    loaded.polars ??= (await import('nodejs-polars')).default;
    const pl = loaded.polars;
    const temperature = pl.col('temperature');
    const frame = await pl.scanCSV(path, { schema: { station: pl.Utf8, temperature: pl.Float64 }, hasHeader: true })
      .groupBy('station')
      .agg(temperature.count().alias('count'), temperature.sum().alias('sum'), temperature.min().alias('min'), temperature.max().alias('max'))
      .collect();
    return frame.rows().map(([station, count, ...degrees]) => [station, Number(count), ...degrees.map(tenths)]);
  },

  // Words: [total, different, [[word, count] x 10]], the most frequent first.
  async 'chdb-words'({ path, threads }) {
    loaded.chdb ??= await import('chdb');
    const rows = loaded.chdb.query(`
      SELECT sum(c), count(), groupArraySorted(10)((-c, word)) FROM (
        SELECT word, toInt64(count()) AS c
        FROM (SELECT arrayJoin(splitByWhitespace(line)) AS word FROM file(${quoted(path)}, 'LineAsString', 'line String'))
        GROUP BY word)
      SETTINGS max_threads = ${threads}, output_format_json_quote_64bit_integers = 0`, 'JSONCompact');
    const [[total, different, top]] = JSON.parse(rows).data;
    return [total, different, top.map(([count, word]) => [word, -count])];
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  let reply;
  try {
    reply = { answer: await asks[question.ask](question) };
  } catch (error) {
    reply = { error: String(error?.message ?? error).split('\n')[0] };
  }
  process.stdout.write(JSON.stringify(reply, (_, value) => typeof value === 'bigint' ? Number(value) : value) + '\n');
}
