// SPDX-License-Identifier: MIT
// The table of contents: every header, from the lowest floor to the highest. Each can be included alone.
#pragma once

// version
#include "tiktrack/version.hpp" // which version this is

// base: the standard library only
#include "tiktrack/base/arena.hpp"           // memory for texts that live equally long
#include "tiktrack/base/byte_order_mark.hpp" // the mark at the start of a text file
#include "tiktrack/base/draw.hpp"            // chance as a pure function
#include "tiktrack/base/failure.hpp"         // what ends a run, and its exit code
#include "tiktrack/base/fault.hpp"           // what is wrong at one place and survived
#include "tiktrack/base/instant.hpp"         // points in time, ISO 8601 in both directions
#include "tiktrack/base/integer.hpp"         // whole numbers out of decimal text, exactly
#include "tiktrack/base/letters.hpp"         // the case of ASCII letters
#include "tiktrack/base/number.hpp"          // a whole text as a number
#include "tiktrack/base/percent.hpp"         // percent-encoding of addresses
#include "tiktrack/base/trimmed.hpp"         // a text without the blanks around it
#include "tiktrack/base/video_id.hpp"        // what an id says: validity, time, order

// math: numbers in, numbers out
#include "tiktrack/math/growth.hpp"       // velocity, log growth, doubling
#include "tiktrack/math/print_number.hpp" // derived numbers as the same bytes everywhere
#include "tiktrack/math/ratio.hpp"        // quotients that may be unknown
#include "tiktrack/math/rounding.hpp"     // the grid of shown counts

// io: one owner for each handle of the system. A program that links zlib includes tiktrack/io/gzip.hpp too
// (members of gzip files), and one that links libcrypto tiktrack/io/digest.hpp (SHA-256)
#include "tiktrack/io/fd.hpp"          // descriptors
#include "tiktrack/io/input.hpp"       // a file as it was when it was opened
#include "tiktrack/io/line_blocks.hpp" // blocks of whole lines in bounded memory
#include "tiktrack/io/line_feed.hpp"   // one line after the other, as they come
#include "tiktrack/io/lock.hpp"        // one writer at a time
#include "tiktrack/io/mapped.hpp"      // an input as memory
#include "tiktrack/io/output.hpp"      // output that is whole or not there

// format: JSON, CSV, HTML as text; tiktrack/format/json_implementation.hpp is for one unit of a program
#include "tiktrack/format/bytes16.hpp"      // sixteen bytes at a time
#include "tiktrack/format/copy.hpp"         // copies of few bytes
#include "tiktrack/format/csv.hpp"          // cells of a CSV file
#include "tiktrack/format/cut.hpp"          // members and elements, cut without checks
#include "tiktrack/format/html.hpp"         // the start tags of a page
#include "tiktrack/format/in_order.hpp"     // threads whose results keep their order
#include "tiktrack/format/json.hpp"         // whether a text is JSON, and why not
#include "tiktrack/format/json_view.hpp"    // the way around in a valid JSON text
#include "tiktrack/format/nested.hpp"       // the end of a nested value, checked
#include "tiktrack/format/plain_blocks.hpp" // over the usual text, to its quotes
#include "tiktrack/format/quoted_line.hpp"  // a line of JSON and its quotes, its characters checked
#include "tiktrack/format/text.hpp"         // what a JSON string means, and back
#include "tiktrack/format/text_buffer.hpp"  // memory to write text into
#include "tiktrack/format/token.hpp"        // the end of a number or literal, checked
#include "tiktrack/format/utf8.hpp"         // UTF-8, a sequence at a time
#include "tiktrack/format/utf8_faults.hpp"  // what is no UTF-8, a block at a time
#include "tiktrack/format/warc.hpp"         // records of web archives

// model: records
#include "tiktrack/model/chosen_columns.hpp" // which of them a CSV file has
#include "tiktrack/model/column.hpp"         // what the table says of a key
#include "tiktrack/model/columns.hpp"        // the table of all keys
#include "tiktrack/model/derived.hpp"        // all that follows from a record alone
#include "tiktrack/model/dictionary.hpp"     // the table written out
#include "tiktrack/model/draft.hpp"          // a record in the making
#include "tiktrack/model/lines.hpp"          // JSON Lines, good and bad
#include "tiktrack/model/quality.hpp"        // quality_flags
#include "tiktrack/model/rates.hpp"          // rates and age
#include "tiktrack/model/reader.hpp"         // lines into records
#include "tiktrack/model/record.hpp"         // a record, and its values by kind
#include "tiktrack/model/remarks.hpp"        // what is said once
#include "tiktrack/model/resolution.hpp"     // to which unit a count is rounded
#include "tiktrack/model/spelled_keys.hpp"   // keys as they are written before their values
#include "tiktrack/model/spelling.hpp"       // the learned way in which lines are written
#include "tiktrack/model/statuses.hpp"       // what can come of a snapshot
#include "tiktrack/model/table.hpp"          // a record as a row of cells
#include "tiktrack/model/text_window.hpp"    // text that may be looked at beyond its end
#include "tiktrack/model/timepoint.hpp"      // labels of timepoints
#include "tiktrack/model/upload.hpp"         // when a video was uploaded
#include "tiktrack/model/values.hpp"         // what a value's text means
#include "tiktrack/model/write.hpp"          // a record as a line

// source: the platforms' answers, without any I/O of their own
#include "tiktrack/source/address.hpp"          // addresses of videos and of all else
#include "tiktrack/source/app.hpp"              // the mobile app's shape
#include "tiktrack/source/complete.hpp"         // what every record of an answer has
#include "tiktrack/source/creator.hpp"          // the creator's columns
#include "tiktrack/source/embed.hpp"            // embed pages
#include "tiktrack/source/fields.hpp"           // JSON values into cells
#include "tiktrack/source/first_system.hpp"     // what the first system saved
#include "tiktrack/source/hashtags.hpp"         // lists of hashtags
#include "tiktrack/source/import_answers.hpp"   // saved answers into records, as a whole
#include "tiktrack/source/import_lines.hpp"     // which of them are lines
#include "tiktrack/source/import_settings.hpp"  // what a user says about them
#include "tiktrack/source/item.hpp"             // itemStruct, the web's video
#include "tiktrack/source/listing.hpp"          // lists of videos of every year
#include "tiktrack/source/merge.hpp"            // an embed page and a page as one record
#include "tiktrack/source/next_data.hpp"        // pages up to 2021
#include "tiktrack/source/object.hpp"           // an object, cut once
#include "tiktrack/source/oembed.hpp"           // oEmbed answers
#include "tiktrack/source/outcomes.hpp"         // where adapters put what they read
#include "tiktrack/source/page.hpp"             // a whole HTML page
#include "tiktrack/source/raw_text.hpp"         // raw in the making
#include "tiktrack/source/read_answer.hpp"      // any JSON answer
#include "tiktrack/source/read_raw.hpp"         // what raw holds, read again
#include "tiktrack/source/recognise.hpp"        // the shape of an object by its keys
#include "tiktrack/source/record_again.hpp"     // a record of ours, read again
#include "tiktrack/source/record_writer.hpp"    // a draft as a line
#include "tiktrack/source/refusal.hpp"          // what is no answer
#include "tiktrack/source/research_rows.hpp"    // rows of the Research API
#include "tiktrack/source/sigi.hpp"             // pages from 2021 to 2023
#include "tiktrack/source/stated_exactness.hpp" // what the user says of counts
#include "tiktrack/source/status_codes.hpp"     // the platform's codes as statuses
#include "tiktrack/source/universal.hpp"        // pages since 2023
#include "tiktrack/source/video_data.hpp"       // the video of embed pages
#include "tiktrack/source/video_pages.hpp"      // the addresses at which a video is asked for
#include "tiktrack/source/zeeschuimer.hpp"      // items of a browser capture

// study: series
#include "tiktrack/study/add_velocity.hpp" // the series columns onto lines, as a whole
#include "tiktrack/study/last_ok.hpp"      // one row for each timepoint
#include "tiktrack/study/metrics.hpp"      // the metrics of a series, and its flags
#include "tiktrack/study/numbering.hpp"    // small numbers for texts
#include "tiktrack/study/row.hpp"          // what is kept of a line
#include "tiktrack/study/row_index.hpp"    // inputs into rows
#include "tiktrack/study/row_order.hpp"    // the order of rows
#include "tiktrack/study/row_source.hpp"   // where rows' lines are
#include "tiktrack/study/series_key.hpp"   // which series a record belongs to
#include "tiktrack/study/series_walk.hpp"  // sorted rows with their metrics
#include "tiktrack/study/splice.hpp"       // a line as it is written on
#include "tiktrack/study/to_csv.hpp"       // lines into CSV, as a whole

// cohort: a study that runs for days, in its folder. A program that links zlib and libcrypto includes
// tiktrack/cohort/archive.hpp, tiktrack/cohort/archive_reader.hpp, tiktrack/cohort/journal.hpp and
// tiktrack/cohort/repair.hpp too: the raw archives, and how outcomes are written and mended
#include "tiktrack/cohort/appended.hpp"     // what was appended to a file of lines
#include "tiktrack/cohort/cell.hpp"         // what came of a video at a timepoint
#include "tiktrack/cohort/charter.hpp"      // what a cohort goes by
#include "tiktrack/cohort/due_line.hpp"     // a video that is due, as a line
#include "tiktrack/cohort/folder.hpp"       // where a cohort's files lie
#include "tiktrack/cohort/ledger.hpp"       // all that is known of a cohort
#include "tiktrack/cohort/ledger_file.hpp"  // the index that it is kept in
#include "tiktrack/cohort/mended.hpp"       // how far archives were found whole
#include "tiktrack/cohort/plan.hpp"         // what is to be asked, hour by hour
#include "tiktrack/cohort/raw_ref.hpp"      // a place in a raw archive
#include "tiktrack/cohort/recorded.hpp"     // what an outcome says to the schedule
#include "tiktrack/cohort/row_slots.hpp"    // rows by their ids
#include "tiktrack/cohort/schedule.hpp"     // when a video is due, and for what
#include "tiktrack/cohort/standing.hpp"     // how a cohort stands
#include "tiktrack/cohort/tail.hpp"         // the end of a file of lines
#include "tiktrack/cohort/tracked_line.hpp" // the line of a tracked video
#include "tiktrack/cohort/tracked_row.hpp"  // what is kept of a tracked video
#include "tiktrack/cohort/traffic.hpp"      // requests, and what came of them

// http: requests and answers. A program that links libcurl includes tiktrack/http/client.hpp too, which asks
// over the network; that one brings tiktrack/http/transfer.hpp, tiktrack/http/heads.hpp,
// tiktrack/http/redirect.hpp, tiktrack/http/curl.hpp
#include "tiktrack/http/client_settings.hpp" // how a client behaves
#include "tiktrack/http/exchange.hpp"        // an answer as an archive keeps it
#include "tiktrack/http/message.hpp"         // what is asked, and what came of it
#include "tiktrack/http/retry_after.hpp"     // how long to stay away
#include "tiktrack/http/secrets.hpp"         // texts without passwords

// fetch: what a run asks for, and what it makes of the answers
#include "tiktrack/fetch/archived_outcome.hpp"  // an outcome in an archive, and made again from it
#include "tiktrack/fetch/asked_line.hpp"        // a line that names a video
#include "tiktrack/fetch/asked_source.hpp"      // a kind of page that a run asks
#include "tiktrack/fetch/asked_video.hpp"       // what is known of a video of a run
#include "tiktrack/fetch/canary.hpp"            // a video that is known to be there
#include "tiktrack/fetch/candidate.hpp"         // a video that was found
#include "tiktrack/fetch/candidate_pool.hpp"    // all that were found
#include "tiktrack/fetch/damaged_ids.hpp"       // ids that a spreadsheet rounded
#include "tiktrack/fetch/discover.hpp"          // pages that list videos, asked for at a pace
#include "tiktrack/fetch/discover_answer.hpp"   // what such a page comes to
#include "tiktrack/fetch/discover_page.hpp"     // which pages there are
#include "tiktrack/fetch/discover_report.hpp"   // what is worth saying of them
#include "tiktrack/fetch/discovered_via.hpp"    // how a video was found, as a text
#include "tiktrack/fetch/http_status.hpp"       // what an answer's manner and status mean
#include "tiktrack/fetch/manners.hpp"           // pace, patience and limits of a run
#include "tiktrack/fetch/observed_answers.hpp"  // what was observed of a video
#include "tiktrack/fetch/other_kinds.hpp"       // values of another kind than their column's
#include "tiktrack/fetch/outcome_lines.hpp"     // answers about a video as a line
#include "tiktrack/fetch/outcome_sink.hpp"      // where outcomes go
#include "tiktrack/fetch/patience.hpp"          // the wait after a failure
#include "tiktrack/fetch/plan.hpp"              // which source is asked next
#include "tiktrack/fetch/queue.hpp"             // which video is asked for next, and when
#include "tiktrack/fetch/queue_settings.hpp"    // what a run that measures is told
#include "tiktrack/fetch/select.hpp"            // a choice among candidates
#include "tiktrack/fetch/select_mix.hpp"        // a choice that is as even as can be
#include "tiktrack/fetch/select_report.hpp"     // what is worth saying of it
#include "tiktrack/fetch/select_rule.hpp"       // what it goes by
#include "tiktrack/fetch/selection.hpp"         // what came of it
#include "tiktrack/fetch/short_link.hpp"        // where a short link leads
#include "tiktrack/fetch/site.hpp"              // kinds of pages that show a video
#include "tiktrack/fetch/snapshot_settings.hpp" // what tt-snapshot can be told
#include "tiktrack/fetch/snapshots.hpp"         // videos into outcomes, as a whole
#include "tiktrack/fetch/step.hpp"              // what a run does next
#include "tiktrack/fetch/stop_reason.hpp"       // why a run ends early
#include "tiktrack/fetch/throttle.hpp"          // the pace towards a host
#include "tiktrack/fetch/timing.hpp"            // which timepoint, and how near it came
#include "tiktrack/fetch/tracked_video.hpp"     // a video and its answers so far
#include "tiktrack/fetch/verdict.hpp"           // what an answer means for the run
#include "tiktrack/fetch/video_answer.hpp"      // an answer about one video
