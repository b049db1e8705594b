// SPDX-License-Identifier: MIT
// All that changes while the stand-in runs: its clock and mood, scripted faults, what it has been asked.
#pragma once

#include "canned.hpp"
#include "gzip.hpp"
#include "mood.hpp"
#include "replay.hpp"

#include <deque>
#include <memory>

namespace tiktrack::stand_in {

/// A request that came, as tests ask for it.
struct seen_request {
    std::uint64_t number = 0, connection = 0;
    double real = 0;  ///< seconds since the start
    double world = 0; ///< Unix seconds of the stand-in's clock
    std::string method, target;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string_view fault; ///< what was done to it
    int status = 0;
};

/// A fault that is to befall a path.
struct scripted_fault {
    fault_kind const* kind = nullptr;
    std::uint64_t times = 0; ///< that it still will; the largest number: for ever
};

/// An answer, and what is wrong with the way that it goes.
struct outcome {
    reply says;
    fault_kind const* fault = nullptr;
    bool recorded = false;
};

class stage {
public:
    stage(world_size const& size, double now, double speed)
        : in(size), parts(size.seed), of{in, parts, 0, "https://www.tiktok.com", {}}, time(now, speed)
    {
    }
    stage(stage const&) = delete;
    stage& operator=(stage const&) = delete;

    /// Decides what becomes of a request, and notes it.
    [[nodiscard]] outcome play(question const& asked, seen_request note)
    {
        note.number = count_++;
        note.real = std::chrono::duration<double>(world_clock::real::now() - start_).count();
        note.world = time.exactly();
        outcome made;
        made.fault = fault_for(asked, note);
        auto const* const file = recorded.find(asked);
        made.recorded = file != nullptr && (made.fault == nullptr || made.fault->how > manner::half_page);
        if (made.recorded)
            made.says = *file;
        else if (made.fault != nullptr)
            made.says = faulty_answer(of, *made.fault, asked, static_cast<std::int64_t>(note.world));
        else
            made.says = answer(of, asked, static_cast<std::int64_t>(note.world));
        note.fault = made.fault != nullptr ? made.fault->name : "";
        note.status = made.says.status;
        constexpr std::size_t most = 100'000;
        if (requests.size() == most) requests.pop_front();
        requests.push_back(std::move(note));
        return made;
    }

    /// A body compressed; the same one is compressed once.
    [[nodiscard]] std::shared_ptr<std::string const> compressed(std::string const& body)
    {
        auto const key = std::hash<std::string>{}(body);
        if (auto const at = compressed_.find(key); at != compressed_.end()) return at->second;
        constexpr std::size_t most = 512;
        if (compressed_.size() == most) compressed_.clear();
        return compressed_[key] = std::make_shared<std::string const>(deflated(body));
    }

    world in;
    bulk parts;
    site of;
    world_clock time;
    mood refusing;
    double oembed_refusals = 0.2; ///< the share of good addresses that `/oembed` answers with 400
    replay recorded;
    std::map<std::string, scripted_fault> faults; ///< by path
    std::deque<seen_request> requests;            ///< the latest of them

private:
    [[nodiscard]] fault_kind const* fault_for(question const& asked, seen_request const& note)
    {
        static constexpr fault_kind bad_address{"oembed-400", manner::canned, 400, "", canned::classic};
        auto const told = asked.value("made-up-fault");
        if (!told.empty()) return fault_named(told);
        if (auto const at = faults.find(asked.path); at != faults.end() && at->second.times > 0) {
            if (at->second.times != UINT64_MAX) --at->second.times;
            return at->second.kind;
        }
        auto const seed = in.size().seed;
        if (auto const* const kind = refusal(refusing, seed, note.world, note.number)) return kind;
        if (asked.path == "/oembed" && chance(seed, "oembed", note.number).unit() < oembed_refusals)
            return &bad_address;
        return nullptr;
    }

    world_clock::real::time_point start_ = world_clock::real::now();
    std::uint64_t count_ = 0;
    std::unordered_map<std::size_t, std::shared_ptr<std::string const>> compressed_;
};

} // namespace tiktrack::stand_in
