// SPDX-License-Identifier: MIT
#include "tiktrack/model/quality.hpp"

#include "../made_up.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(model_quality)
using namespace tiktrack;

namespace {

std::string flags_of(std::string const& members, oddities odd = {})
{
    record_reader reader;
    draft of;
    auto const line = '{' + members + '}';
    BOOST_TEST_REQUIRE(!reader.read(line, of.made).has_value(), line);
    of.odd = odd;
    set_quality_flags(of);
    std::string text(of.made.cells["quality_flags"_col]);
    std::erase(text, '"');
    return text;
}

/// An ok row with all four counts and these members.
std::string ok(std::string const& more)
{
    return R"("status":"ok","views":100,"likes":10,"comments_count":1,"shares":1,)" + more;
}

struct row {
    std::string members;
    std::string_view flags;
};

void check(std::vector<row> const& rows)
{
    for (auto const& each : rows) BOOST_TEST(flags_of(each.members) == each.flags, each.members);
}

} // namespace

BOOST_AUTO_TEST_CASE(F35_clock_reversed)
{
    check({{ok(R"("upload_timestamp":1763934235,"collection_timestamp":1763934235)"), "[]"},
           {ok(R"("upload_timestamp":1763934235,"collection_timestamp":1763934234)"), "[clock_reversed]"},
           {ok(R"("upload_timestamp":1763934235000,"collection_timestamp":1763934234999)"),
            "[clock_reversed]"}, // milliseconds
           {ok(R"("upload_timestamp":null,"collection_timestamp":1763934234)"), "[]"},
           {R"("status":"timeout","upload_timestamp":1763934235,"collection_timestamp":1)",
            "[clock_reversed]"}});
}

BOOST_AUTO_TEST_CASE(missing_fields)
{
    check({{R"("status":"ok")", "[missing_views,missing_likes,missing_comments_count,missing_shares]"},
           {R"("status":"ok","views":1,"likes":0,"comments_count":0,"shares":null)", "[missing_shares]"},
           {R"("status":"ok","views":1,"likes":0,"shares":0)", "[missing_comments_count]"},
           {R"("status":"timeout")", "[]"},
           {R"("status":null)", "[]"},
           {"", "[]"},
           {ok(R"("saves":null)"), "[]"}});
}

BOOST_AUTO_TEST_CASE(zeros_and_impossible_ratios)
{
    check({{R"("status":"ok","views":0,"likes":0,"comments_count":0,"shares":0)", "[zero_views]"},
           {R"("status":"ok","views":0,"likes":1,"comments_count":0,"shares":0)",
            "[zero_views,impossible_ratio]"},
           {R"("status":"ok","views":5,"likes":5,"comments_count":9,"shares":9)", "[]"},
           {R"("status":"ok","views":5,"likes":6,"comments_count":0,"shares":0)", "[impossible_ratio]"},
           {ok(R"("creator_follower_count":0)"), "[zero_followers]"},
           {ok(R"("creator_follower_count":null)"), "[]"},
           {ok(R"("creator_follower_count":7)"), "[]"}});
}

BOOST_AUTO_TEST_CASE(F10_invalid_counts)
{
    check({{R"("status":"ok","views":-1,"likes":"12","comments_count":1e3,"shares":12.0)",
            "[missing_views,invalid_count]"},
           {R"("status":"ok","views":1,"likes":1.5,"comments_count":"1.2M","shares":true)",
            "[missing_likes,missing_comments_count,missing_shares,invalid_count]"},
           {ok(R"("saves":9223372036854775808)"), "[invalid_count]"}});
    for (std::string const key : {"saves", "reposts", "creator_follower_count", "creator_following_count",
                                  "creator_total_likes", "creator_total_videos", "sound_usage_count",
                                  "replay_count", "for_you_page_appearances", "duet_count", "stitch_count"})
        check({{ok('"' + key + "\":-1"), "[invalid_count]"}, {ok('"' + key + "\":null"), "[]"}});
    check({{ok(R"("lag_seconds":-1,"video_duration":1.5,"note":-1)"), "[]"}});          // no counts
    BOOST_TEST(flags_of(ok(R"("x":1)"), {.invalid_count = true}) == "[invalid_count]"); // seen by the source
}

BOOST_AUTO_TEST_CASE(F11_upload_times_and_ids)
{
    // The id's own time is 1763934199.
    auto const at = [](std::string const& time, std::string const& more = {}) {
        return ok(R"("video_id":"7576039700536806669","upload_timestamp":)" + time + more);
    };
    check({{at("1763934235"), "[]"},
           {at("1763934199"), "[]"},
           {at("1763934198"), "[upload_mismatch]"},
           {at("1763934499"), "[]"},
           {at("1763934500"), "[delayed_publish]"},
           {at("1763934500000"), "[delayed_publish]"},
           {at("\"1763934235\""), "[]"},
           {at("0"), "[upload_mismatch]"},
           {at("-5"), "[upload_mismatch]"},
           {at("\"soon\""), "[upload_mismatch]"},
           {at("1388534399"), "[upload_mismatch]"},
           {at("4102444800"), "[upload_mismatch]"},
           {at("16725225600", R"(,"collection_timestamp":1763934235)"),
            "[upload_mismatch]"}, // in 2500: no time to compare with
           {at("9223372036854775807"), "[upload_mismatch]"},
           {at("-9223372036854775808"), "[upload_mismatch]"},
           {at("null"), "[]"},
           // What was taken from the id says nothing about it.
           {at("1763934199", R"(,"upload_source":"id")"), "[]"},
           {at("1763934100", R"(,"upload_source":"id")"), "[]"},
           {at("1763934100", R"(,"upload_source":"platform")"), "[upload_mismatch]"},
           // Ids that hold no time.
           {ok(R"("video_id":"1","upload_timestamp":1763934235)"), "[]"},
           {ok(R"("video_id":"18446744073709551615","upload_timestamp":1763934235)"), "[]"},
           {ok(R"("platform":"youtube","video_id":"dQw4w9WgXcQ","upload_timestamp":1763934235)"), "[]"}});
    BOOST_TEST(flags_of(at("null"), {.upload_mismatch = true}) == "[upload_mismatch]");
    BOOST_TEST(flags_of(at("null"), {.damaged_id = true}) == "[damaged_id]");
}

BOOST_AUTO_TEST_CASE(off_schedule)
{
    auto const late = [](std::string const& seconds, std::string const& target) {
        return ok(R"("lag_seconds":)" + seconds + R"(,"target_hours":)" + target);
    };
    check({{late("600", "1"), "[]"},
           {late("601", "1"), "[off_schedule]"},
           {late("-601", "1"), "[off_schedule]"},
           {late("-600", "0.5"), "[]"},
           {late("2160", "6"), "[]"},
           {late("2161", "6"), "[off_schedule]"},
           {late("-17280", "48"), "[]"},
           {late("17281", "48.0"), "[off_schedule]"},
           {late("null", "1"), "[]"},
           {late("700", "null"), "[]"},
           {late("4000", "24"), "[]"},
           {late("4000", "\"24\""), "[]"}, // a text is no number of hours, and not 0 of them
           {late("4000", "true"), "[]"},
           {late("4000", "{}"), "[]"},
           {late("4000", "1e999"), "[]"}});
}

BOOST_AUTO_TEST_CASE(flags_stand_in_the_order_of_the_table)
{
    BOOST_TEST(
        flags_of(R"("status":"ok","video_id":"7576039700536806669","upload_timestamp":1763934100,
                        "collection_timestamp":1763934000,"views":0,"likes":1,"comments_count":-1,
                        "creator_follower_count":0,"lag_seconds":9999,"target_hours":1)",
                 {.damaged_id = true}) ==
        "[clock_reversed,missing_comments_count,missing_shares,zero_views,impossible_ratio,zero_followers,"
        "invalid_count,upload_mismatch,damaged_id,off_schedule]");
}

BOOST_AUTO_TEST_SUITE_END()
