// SPDX-License-Identifier: MIT
// DuckDB's side of the benchmarks. One process answers each line of stdin, `tocsv|velocity IN OUT`, with the time that
// the query alone took: `WALL_MS CPU_MS`. So neither node's start nor DuckDB's first warm-up counts against it.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const { DuckDBInstance } = createRequire(`${process.env.DUCKDB}/`)("@duckdb/node-api");

const text = `cohort_id video_id timepoint video_url upload_datetime caption thumbnail_url music_id sound_title sound_author
creator_username creator_display_name creator_bio status status_detail source vantage platform time_origin schedule_status
upload_source discovered_via language region category_type video_transcript transcript_language raw_ref`.split(/\s+/);
const real = `hours_since_upload engagement_rate comment_rate share_rate target_hours save_rate engagement_rate_by_views
views_per_follower completion_rate average_watch_time`.split(/\s+/);
const truth = ["sound_original", "creator_verified", "is_ad", "is_photo", "sound_trending"];
const lists = ["hashtags", "quality_flags"];
const json = ["audience_retention_curve", "traffic_source", "share_destination", "raw"];
const whole = `views likes comments_count shares saves collection_timestamp upload_timestamp video_duration
creator_follower_count creator_following_count creator_total_likes creator_total_videos attempts schema
discovered_timestamp due_timestamp lag_seconds reposts views_resolution likes_resolution comments_resolution
shares_resolution saves_resolution followers_resolution sound_usage_count replay_count for_you_page_appearances
duet_count stitch_count`.split(/\s+/);

const typed = (keys, type) => keys.map((key) => `${key}: '${type}'`);
const all = [...typed(text, "VARCHAR"), ...typed(real, "DOUBLE"), ...typed(truth, "BOOLEAN"),
    ...typed(lists, "VARCHAR[]"), ...typed(json, "JSON"), ...typed(whole, "BIGINT")];
const core = `cohort_id video_id timepoint hours_since_upload views likes comments_count shares saves engagement_rate
comment_rate share_rate views_velocity likes_velocity views_growth_pct collection_timestamp hours_since_first_collection
video_url upload_timestamp upload_datetime caption hashtags video_duration thumbnail_url music_id sound_title sound_author
sound_original creator_username creator_display_name creator_follower_count creator_following_count creator_total_likes
creator_total_videos creator_verified creator_bio`.split(/\s+/);
const series = ["views_velocity", "likes_velocity", "views_growth_pct", "hours_since_first_collection"];
const coreTypes = [...all.filter((column) => core.includes(column.split(":")[0])), ...typed(series, "DOUBLE")];

const queries = {
    tocsv: (from, to) => `COPY (SELECT ${core.map((key) => key === "hashtags" ? "array_to_string(hashtags, '|') AS hashtags" : key)}
        FROM read_ndjson('${from}', columns = {${coreTypes}})) TO '${to}' (FORMAT csv, HEADER)`,
    velocity: (from, to) => `COPY (SELECT *,
        (views - lag(views) OVER w) * 3600.0 / (collection_timestamp - lag(collection_timestamp) OVER w) AS views_velocity,
        (likes - lag(likes) OVER w) * 3600.0 / (collection_timestamp - lag(collection_timestamp) OVER w) AS likes_velocity,
        100.0 * (views - lag(views) OVER w) / lag(views) OVER w AS views_growth_pct
        FROM read_ndjson('${from}', columns = {${all}})
        WINDOW w AS (PARTITION BY cohort_id, video_id ORDER BY collection_timestamp)) TO '${to}' (FORMAT json)`,
};

const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
for await (const line of createInterface({ input: process.stdin })) {
    const [query, from, to] = line.split(" ");
    const cpu = process.cpuUsage();
    const start = process.hrtime.bigint();
    await connection.run(queries[query](from, to));
    const wall = Number(process.hrtime.bigint() - start) / 1e6;
    const { user, system } = process.cpuUsage(cpu);
    console.log(`${wall} ${(user + system) / 1e3}`);
}
