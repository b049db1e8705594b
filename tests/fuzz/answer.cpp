// SPDX-License-Identifier: MIT
#include "entry.hpp"

#include "tiktrack/fetch/video_answer.hpp"
#include "tiktrack/http/retry_after.hpp"
#include "tiktrack/model/statuses.hpp"
#include "tiktrack/source/video_pages.hpp"

#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>

/// An answer to a question about one video, the first byte its HTTP status: whatever comes is one outcome, of
/// that video, and only an answer that names it is `ok`.
TIKTRACK_FUZZ(answer)
{
    using namespace tiktrack;
    auto const must = [](bool holds) {
        if (!holds) std::abort();
    };
    constexpr std::string_view asked = "7612236449866807058";
    constexpr int codes[] = {200, 200, 200, 204, 302, 400, 403, 404, 429, 451, 500, 503};
    http::answer answer;
    answer.how = http::arrival::answered;
    answer.url = "https://www.tiktok.com/embed/v2/" + std::string(asked);
    if (size > 0) {
        answer.status = codes[data[0] % std::size(codes)];
        answer.body.assign(reinterpret_cast<char const*>(data) + 1, size - 1);
    }
    fetch::video_answers answers([](std::string const&, severity) {}, true, std::string(source::site_address),
                                 source::stated_exactness::unsaid);
    auto const& made = answers.read(answer, asked).made;
    auto const status = inside(made.cells["status"_col]);
    must(kind_of_status(status).has_value());
    must(as_id(made.cells["video_id"_col]) == asked);
    if (status == "ok") {
        must(answer.body.find(asked) != answer.body.npos);
        must(!is_null(made.cells["creator_username"_col]));
    } else {
        must(is_null(made.cells["views"_col]) && is_null(made.cells["caption"_col]));
    }
    (void)http::retry_after(answer.body.substr(0, 100), from_unix(1'795'435'200));
}
