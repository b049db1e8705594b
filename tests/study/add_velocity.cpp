// SPDX-License-Identifier: MIT
#include "tiktrack/study/add_velocity.hpp"

#include "run.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(study_add_velocity)
using namespace tiktrack;
using namespace std::string_literals;
using texts = std::vector<std::string>;
using support::joined, support::lines_of, support::value_of;

namespace {

/// The members of a snapshot of video 7 at `hour`, labelled so, and further ones; later ones count.
std::string snapshot(double hour, std::string const& more = {})
{
    char text[200];
    auto const time = static_cast<long>(1763930000 + hour * 3600);
    std::snprintf(
        text, sizeof text,
        R"({"video_id":"7","status":"ok","collection_timestamp":%ld,"timepoint":"hour_%g","source":"app",)"
        R"("views":%ld,"likes":5,"comments_count":1,"shares":1)",
        time, hour, 1000 + static_cast<long>(hour * 100));
    return text + (more.empty() ? "" : "," + more) + "}";
}

/// The flags of each row: `quality_flags`, then `series_flags`.
texts flags_of(texts const& lines)
{
    texts all;
    auto const made = support::velocity({joined(lines)});
    BOOST_TEST_REQUIRE(made.failure.empty());
    for (auto const& each : lines_of(made.out)) {
        auto text = value_of(each, "quality_flags") + ' ' + value_of(each, "series_flags");
        std::erase(text, '"');
        all.push_back(text);
    }
    return all;
}

/// A velocity's settings with so many threads.
velocity_settings with_threads(unsigned threads)
{
    velocity_settings set;
    set.threads = threads;
    return set;
}

/// Members as `key=value`, each as it is spelled.
texts members_of(std::string_view line)
{
    texts all;
    format::member_walk walk(line);
    for (format::member each; walk.next(each);)
        all.push_back(std::string(each.key) + '=' + std::string(each.value));
    return all;
}

bool is_series_key(std::string_view member)
{
    auto const column = find_spelled_column(member.substr(0, member.find('=')));
    return column >= first_series_column && column < column_count;
}

/// Made-up series of several cohorts and platforms, in every spelling, with failures, repetitions and
/// rubbish.
texts made_up_series(unsigned seed, std::size_t count)
{
    support::line_maker make(seed);
    auto& chance = make.chance;
    static texts const ids = {
        "\"7\"", "7", "\"07\"", "\"12\"", "\"7576039700536806669\"", "18446744073709551616", "null"};
    static texts const letters = {"\"dQw4w9WgXcQ\"", "\"dQw4w9WgXcR\"", "\"dQw4w9W\""};
    texts lines;
    for (std::size_t i = 0; i < count; ++i) {
        if (chance.once_in(12)) {
            lines.push_back(make.record());
            continue;
        }
        bool const youtube = chance.once_in(4);
        std::string line = R"({"cohort_id":)" + chance.one_of(texts{"null", "\"a\"", "\"b\""}) +
                           R"(,"video_id":)" + chance.one_of(youtube ? letters : ids) +
                           (youtube ? R"(,"platform":"youtube")" : "");
        line += R"(,"collection_timestamp":)" +
                std::to_string(1763930000 + 100 * static_cast<long>(chance.roll(60)));
        line += R"(,"views":)" + std::to_string(chance.roll(30000)) + R"(,"likes":)" +
                std::to_string(chance.roll(9));
        line += R"(,"status":)" + chance.one_of(texts{"\"ok\"", "\"ok\"", "\"ok\"", "\"timeout\"", "null"});
        line += R"(,"timepoint":"hour_)" + chance.one_of(texts{"0", "1", "6", "24", "48", "0.5"}) + '"';
        if (chance.once_in(2)) line += R"(,"source":)" + chance.one_of(texts{"\"app\"", "\"page\"", "null"});
        if (chance.once_in(2)) line += R"(,"attempts":)" + std::to_string(chance.roll(3));
        if (chance.once_in(9)) line += R"(,"schedule_status":"already_past")";
        if (chance.once_in(3)) line += R"(, "note" : "\u00e9)" + std::string(chance.roll(30), 'x') + '"';
        if (chance.once_in(9)) line += R"(,"views_velocity":1,"series_flags":["old"])";
        lines.push_back(line + (chance.once_in(5) ? " }" : "}"));
        if (chance.once_in(9)) lines.push_back(lines.back());
    }
    return lines;
}

} // namespace

BOOST_AUTO_TEST_CASE(golden_vectors_as_they_are_printed)
{
    texts lines;
    for (auto const& [hour, views] :
         {std::pair{0, 100000}, {1, 105000}, {6, 120000}, {24, 180000}, {48, 220000}})
        lines.push_back(snapshot(hour, "\"views\":" + std::to_string(views)));
    auto const made = support::velocity({joined(lines)});
    struct row {
        std::string_view velocity, growth, acceleration, log_growth, doubling;
    };
    auto const out = lines_of(made.out);
    BOOST_TEST_REQUIRE(out.size() == 5u);
    std::size_t i = 0;
    for (auto const& each : std::to_array<row>(
             {{"null", "null", "null", "null", "null"},
              {"5000", "5", "null", "0.04878968798", "14.20683774"},
              {"3000", "14.28571429", "-666.6666667", "0.02670604043", "25.95469674"},
              {"3333.333333", "50", "28.98550725", "0.02252568502", "30.77141405"},
              {"1666.666667", "22.22222222", "-79.36507937", "0.00836123689", "82.90007683"}})) {
        BOOST_TEST(value_of(out[i], "views_velocity") == each.velocity);
        BOOST_TEST(value_of(out[i], "views_growth_pct") == each.growth);
        BOOST_TEST(value_of(out[i], "views_acceleration") == each.acceleration);
        BOOST_TEST(value_of(out[i], "views_log_growth") == each.log_growth);
        BOOST_TEST(value_of(out[i], "views_doubling_hours") == each.doubling);
        BOOST_TEST(value_of(out[i], "series_flags") == "[]");
        ++i;
    }
}

BOOST_AUTO_TEST_CASE(edge_cases_of_the_table)
{
    auto const failed =
        R"("status":"timeout","views":null,"likes":null,"comments_count":null,"shares":null)"s;
    auto const page = R"("source":"page")"s;
    struct row {
        std::string_view name;
        texts lines, flags; // in the order in which they come out: quality, series
    };
    for (auto const& each : std::vector<row>{
             {"without a collection time",
              {snapshot(0),
               R"({"video_id":"7","status":"ok","views":1,"likes":1,"comments_count":1,"shares":1})"},
              {"[] []", "[] []"}},
             {"no status",
              {R"({"video_id":"7","collection_timestamp":1763930000,"views":1})", snapshot(1)},
              {"[] []", "[] []"}},
             {"no platform is tiktok",
              {snapshot(0), snapshot(1, R"("platform":"tiktok","views":900)")},
              {"[] []", "[] [views_decreased]"}},
             {"the same second, the same counts",
              {snapshot(1, R"("attempts":1)"), snapshot(1, R"("attempts":2)")},
              {"[] []", "[] [duplicate_snapshot]"}},
             {"the same second, different counts",
              {snapshot(0), snapshot(1), snapshot(1, R"("saves":1)"), snapshot(2)},
              {"[] []", "[] [conflicting_snapshot]", "[] [conflicting_snapshot]", "[] []"}},
             {"a timepoint twice",
              {snapshot(1), snapshot(2, R"("timepoint":"hour_1")")},
              {"[] []", "[] [duplicate_timepoint]"}},
             {"before its upload",
              {snapshot(0, R"("upload_timestamp":1763930001)")},
              {"[clock_reversed] []"}},
             {"labels go back",
              {snapshot(6), snapshot(7, R"("timepoint":"hour_1")")},
              {"[] []", "[] [timepoint_reversed]"}},
             {"a short interval", {snapshot(0), snapshot(0.08)}, {"[] []", "[] [short_interval]"}},
             {"from zero",
              {snapshot(0, R"("views":0,"likes":0)"), snapshot(1)},
              {"[zero_views] []", "[] [zero_base]"}},
             {"counts that are missing",
              {snapshot(0), snapshot(1, R"("views":null)"), snapshot(2, R"("shares":null)")},
              {"[] []", "[missing_views] []", "[missing_shares] []"}},
             {"a snapshot that failed",
              {snapshot(0), snapshot(1, failed), snapshot(1.5)},
              {"[] []", "[] []", "[] [missing_timepoint]"}},
             {"a hole", {snapshot(1), snapshot(24)}, {"[] []", "[] [missing_timepoint]"}},
             {"already past is no hole",
              {snapshot(1), snapshot(6, R"("status":"skipped","schedule_status":"already_past")"),
               snapshot(24)},
              {"[] []", "[] []", "[] []"}},
             {"a fall", {snapshot(0), snapshot(1, R"("views":999)")}, {"[] []", "[] [views_decreased]"}},
             {"below the resolution",
              {snapshot(0, page + R"(,"views":20000)"), snapshot(1, page + R"(,"views":20100)")},
              {"[] []", "[] [below_resolution]"}},
             {"another source, a fall within the bound",
              {snapshot(0, page + R"(,"views":20000)"), snapshot(1, R"("views":19960)")},
              {"[] []", "[] [below_resolution,source_switched]"}},
             {"another source, a fall beyond it",
              {snapshot(0, page + R"(,"views":20000)"), snapshot(1, R"("views":19940)")},
              {"[] []", "[] [views_decreased,source_switched]"}},
             {"another exactness",
              {snapshot(0, page + R"(,"views":20000)"), snapshot(1, page + R"(,"views":20019)")},
              {"[] []", "[] [below_resolution,source_switched]"}},
             {"likes beyond views", {snapshot(0, R"("likes":1001)")}, {"[impossible_ratio] []"}},
             {"no followers", {snapshot(0, R"("creator_follower_count":0)")}, {"[zero_followers] []"}},
             {"invalid counts",
              {snapshot(0, R"("views":-1)"), snapshot(1, R"("saves":1.5)")},
              {"[missing_views,invalid_count] []", "[invalid_count] []"}},
             {"an upload time that cannot be",
              {snapshot(0, R"("upload_timestamp":0)")},
              {"[upload_mismatch] []"}},
             {"an upload before the id",
              {snapshot(0, R"("video_id":"7576039700536806669","upload_timestamp":1763929999)")},
              {"[upload_mismatch] []"}},
             {"a post that was scheduled",
              {snapshot(2, R"("video_id":"7576039700536806669","upload_timestamp":1763934500)")},
              {"[delayed_publish] []"}},
             {"a time in milliseconds",
              {snapshot(0), snapshot(1, R"("collection_timestamp":1763933600000,"views":900)")},
              {"[] []", "[] [views_decreased]"}},
             {"outside the tolerance",
              {snapshot(1, R"("lag_seconds":601,"target_hours":1)")},
              {"[off_schedule] []"}}})
        BOOST_TEST(flags_of(each.lines) == each.flags, each.name << boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(failed_rows_and_rows_without_a_video_have_no_metrics)
{
    auto const made = support::velocity(
        {joined({snapshot(0), snapshot(1, R"("status":"timeout")"),
                 R"({"creator_username":"x","views":5,"status":"ok","collection_timestamp":5})",
                 R"({"video_id":"7"})"})});
    auto const out = lines_of(made.out);
    BOOST_TEST_REQUIRE(out.size() == 4u);
    BOOST_TEST(value_of(out[0], "creator_username") == "\"x\""); // first
    BOOST_TEST((value_of(out[1], "status").empty() && value_of(out[3], "status") == "\"timeout\""));
    for (auto const i : {0u, 1u, 3u})
        for (auto const key :
             {"hours_since_first_collection", "views_velocity", "likes_velocity", "views_growth_pct",
              "views_velocity_bound", "views_acceleration", "views_log_growth", "views_doubling_hours"})
            BOOST_TEST(
                (value_of(out[i], key) == "null" || (i == 0 && key == "hours_since_first_collection"s)),
                i << ' ' << key);
}

BOOST_AUTO_TEST_CASE(F70_two_cohorts_are_two_series)
{
    auto const made =
        support::velocity({joined({snapshot(0, R"("cohort_id":"a")"), snapshot(1, R"("cohort_id":"b")"),
                                   snapshot(2, R"("cohort_id":"a")")})});
    texts velocities;
    for (auto const& each : lines_of(made.out))
        velocities.push_back(value_of(each, "cohort_id") + value_of(each, "views_velocity"));
    BOOST_TEST(velocities == (texts{"\"a\"null", "\"a\"100", "\"b\"null"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(any_order_of_input_and_any_number_of_files_and_threads)
{
    for (unsigned seed = 0; seed < 5; ++seed) {
        auto lines = made_up_series(seed, 150);
        auto const whole = support::velocity({joined(lines)}, with_threads(1));
        BOOST_TEST_REQUIRE(whole.failure.empty());
        support::dice chance(seed);
        for (unsigned const threads : {1u, 2u, 4u}) {
            std::shuffle(lines.begin(), lines.end(), chance.engine());
            texts files(1 + chance.roll(4));
            for (auto const& each : lines)
                files[chance.roll(files.size())] += each + (chance.once_in(9) ? "\r\n" : "\n");
            auto const parts = support::velocity(files, with_threads(threads));
            BOOST_TEST_REQUIRE((parts.out == whole.out), "seed " << seed << ", " << threads << " threads");
        }
    }
}

BOOST_AUTO_TEST_CASE(large_inputs_with_several_threads)
{
    std::string text; // several pieces of a MiB
    for (auto const& each : made_up_series(77, 3000)) text += each + std::string(800, ' ') + '\n';
    BOOST_TEST(text.size() > 2u << 20);
    auto const one = support::velocity({text}, with_threads(1)),
               three = support::velocity({text}, with_threads(3));
    BOOST_TEST((one.out == three.out));
    BOOST_TEST((one.faults == three.faults));
}

BOOST_AUTO_TEST_CASE(its_own_output_comes_back_byte_for_byte)
{
    for (unsigned seed = 20; seed < 24; ++seed) {
        auto const once = support::velocity({joined(made_up_series(seed, 150))}).out;
        BOOST_TEST_REQUIRE((support::velocity({once}).out == once), "seed " << seed);
        // Also where the series columns were moved about, doubled or dropped.
        support::dice chance(seed);
        auto lines = lines_of(once);
        std::shuffle(lines.begin(), lines.end(), chance.engine());
        for (auto& each : lines) {
            texts rest, series;
            for (auto const& member : members_of(each))
                (is_series_key(member) ? series : rest).push_back(member);
            if (members_of(each).size() < 20) continue; // its blanks are not made anew
            bool const compact = each.find(" :") == each.npos && each.find(", ") == each.npos &&
                                 each.find(": ") == each.npos && each.find("{ ") == each.npos &&
                                 each.find('\t') == each.npos && each.find(" ,") == each.npos;
            if (!compact) continue;
            if (chance.once_in(3)) series.push_back(series.front());
            if (chance.once_in(3)) series.erase(series.begin() + long(chance.roll(series.size())));
            for (auto const& member : series)
                rest.insert(rest.begin() + long(chance.roll(rest.size() + 1)), member);
            each = "{";
            for (auto const& member : rest) {
                auto const equals = member.find('=');
                each += (each.size() > 1 ? ",\"" : "\"") + member.substr(0, equals) +
                        "\":" + member.substr(equals + 1);
            }
            each += '}';
        }
        auto const again = support::velocity({joined(lines)}, with_threads(2));
        BOOST_TEST_REQUIRE((again.out == once), "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(no_value_is_changed_and_no_key_lost)
{
    for (unsigned seed = 40; seed < 46; ++seed) {
        auto const lines = made_up_series(seed, 150);
        auto const made = support::velocity({joined(lines)});
        std::multiset<std::string> given, written;
        for (auto const& item : support::read_each_alone(joined(lines))) {
            auto const end = item.find('\n');
            if (end == item.npos) continue; // a fault
            std::string all;
            for (auto const& member : members_of(item.substr(0, end)))
                if (!is_series_key(member)) all += member + '\n';
            given.insert(all);
        }
        for (auto const& line : lines_of(made.out)) {
            auto const members = members_of(line);
            // At the end the ten series columns in their order, before them what was derived, before that
            // what came.
            BOOST_TEST_REQUIRE(members.size() >= 10u);
            for (std::size_t i = 0; i < 10; ++i)
                BOOST_TEST_REQUIRE(members[members.size() - 10 + i].starts_with(
                    std::string(columns[first_series_column + i].key) + '='));
            std::string all;
            std::size_t left = members.size() - 10;
            for (auto i = derivable_columns.rbegin(); i != derivable_columns.rend() && left > 0; ++i) {
                bool const appended = members[left - 1].starts_with(std::string(columns[*i].key) + '=');
                bool came = false;
                for (std::size_t m = 0; m + 1 < left; ++m)
                    came = came || find_spelled_column(members[m].substr(0, members[m].find('='))) == *i;
                if (appended && !came) --left;
            }
            for (std::size_t i = 0; i < left; ++i) all += members[i] + '\n';
            // A record that already ended in what could be derived looks the same: try all that it can have
            // been.
            bool found = given.contains(all);
            for (auto i = left; !found && i < members.size() - 10; ++i)
                found = given.contains(all += members[i] + '\n');
            BOOST_TEST_REQUIRE(found, line);
            written.insert(all);
        }
        BOOST_TEST_REQUIRE((written == given), "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(nothing_at_all)
{
    BOOST_TEST(support::velocity({}).out.empty());
    BOOST_TEST(support::velocity({"", "\n"}).out.empty());
    auto const lone = support::velocity({"{}"});
    BOOST_TEST(lone.out.starts_with(R"({"hours_since_upload":null,"engagement_rate":null,)"));
    BOOST_TEST(lone.out.ends_with("\"series_flags\":[]}\n"));
    BOOST_TEST(support::velocity({lone.out}).out == lone.out);
}

BOOST_AUTO_TEST_CASE(a_stop_between_two_batches)
{
    auto const made = support::run({joined({snapshot(0), snapshot(1)})},
                                   [](io::output& out, auto& inputs, fault_sink const& faults) {
                                       row_index rows;
                                       rows.add(inputs.front().in, faults);
                                       std::atomic<bool> const stop = true;
                                       write_series(rows, out, {}, &stop);
                                   });
    BOOST_TEST(made.out.empty());
}

BOOST_AUTO_TEST_SUITE_END()
