// SPDX-License-Identifier: MIT
// Recorded files served as they are: a folder and a small map of what is to be served where.
#pragma once

#include "reply.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

namespace tiktrack::stand_in {

/// The files of `map.json` in a folder, by the path that they are served at:
///
///     {"/embed/v2/7": {"file": "page.html"},
///      "/@x/video/7": {"file": "../pages/x.html", "status": 200, "type": "text/html",
///                      "headers": {"x-tt-system-error": "3"}}}
///
/// A path with a query matches the whole target, any other the path alone.
class replay {
public:
    replay() = default;

    /// @throws std::runtime_error where the map or a file cannot be read
    explicit replay(std::filesystem::path const& folder)
    {
        auto const map = boost::json::parse(read(folder / "map.json"));
        for (auto const& [path, entry] : map.as_object()) {
            auto const& of = entry.as_object();
            reply made;
            made.body = read(folder / std::string_view(of.at("file").as_string()));
            if (auto const* const status = of.if_contains("status"))
                made.status = static_cast<int>(status->as_int64());
            if (auto const* const type = of.if_contains("type")) made.type = std::string(type->as_string());
            if (auto const* const headers = of.if_contains("headers"))
                for (auto const& [name, value] : headers->as_object())
                    made.headers.emplace_back(name, value.as_string());
            answers_.emplace(path, std::move(made));
        }
    }

    /// @return nullptr where nothing is recorded for that
    [[nodiscard]] reply const* find(question const& asked) const
    {
        auto at = answers_.find(asked.target);
        if (at == answers_.end()) at = answers_.find(asked.path);
        return at == answers_.end() ? nullptr : &at->second;
    }

    [[nodiscard]] std::size_t size() const noexcept { return answers_.size(); }

private:
    static std::string read(std::filesystem::path const& path)
    {
        std::ifstream file(path, std::ios::binary);
        if (!file) throw std::runtime_error("cannot read " + path.string());
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::map<std::string, reply> answers_;
};

} // namespace tiktrack::stand_in
