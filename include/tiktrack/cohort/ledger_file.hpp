// SPDX-License-Identifier: MIT
// The ledger as a file: derived from a cohort's lines, mapped into memory, given up where anything does not
// fit.
#pragma once

#include "tiktrack/base/fault.hpp"
#include "tiktrack/cohort/appended.hpp"
#include "tiktrack/cohort/row_slots.hpp"
#include "tiktrack/cohort/tracked_row.hpp"
#include "tiktrack/io/output.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiktrack::cohort {

/// What a ledger holds besides its rows.
struct ledger_state {
    std::vector<read_so_far> files; ///< how far `tracked_videos.jsonl` was read, and each timepoint's file
    std::int64_t requests = 0;      ///< that all outcomes took
    std::int64_t answers = 0;       ///< of these, those that counted
    std::vector<fault> faults;      ///< lines that do not read
};

namespace detail {

/// The start of the file; behind it come the `read_so_far`s, the rows, the slots, and the faults as text.
struct ledger_header {
    std::array<char, 16> name{'t', 'i', 'k', 't', 'r', 'a', 'c', 'k', ' ', 'l', 'e', 'd', 'g', 'e', 'r', '1'};
    std::uint64_t sum = 0; ///< of all that follows
    std::uint64_t charter = 0, timepoints = 0, rows = 0, slots = 0, fault_bytes = 0;
    std::int64_t requests = 0, answers = 0;
};

/// A sum over eight bytes at a time; texts of a multiple of eight bytes can be added in pieces.
struct word_sum {
    std::uint64_t value = 0xcbf29ce484222325u;

    void add(std::string_view text) noexcept
    {
        for (std::size_t i = 0; i < text.size(); i += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + i, std::min<std::size_t>(8, text.size() - i));
            value = (value ^ word) * 0x9e3779b97f4a7c15u;
            value ^= value >> 32;
        }
    }
};

template <class Plain>
[[nodiscard]] std::string_view bytes_of(Plain const* first, std::size_t count = 1) noexcept
{
    return {reinterpret_cast<char const*>(first), count * sizeof(Plain)};
}

/// The header behind its name and sum.
[[nodiscard]] inline std::string_view summed_part(ledger_header const& of) noexcept
{
    return bytes_of(&of).substr(offsetof(ledger_header, charter));
}

/// Faults as text: a line each, with its number, its column, its file and why.
[[nodiscard]] inline std::string text_of(std::vector<fault> const& faults)
{
    std::string text;
    for (auto const& each : faults) {
        text += std::to_string(each.line) + '\0' + std::to_string(each.column) + '\0';
        text += (each.weight == severity::bad_line ? "b" : "w") + each.file + '\0' + each.why + '\0';
    }
    return text;
}

[[nodiscard]] inline std::vector<fault> faults_in(std::string_view text)
{
    std::vector<fault> all;
    auto const take = [&] {
        auto const part = text.substr(0, text.find('\0'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        return part;
    };
    while (!text.empty()) {
        fault one;
        one.line = static_cast<std::uint64_t>(parse_integer(take()).value_or(0));
        one.column = static_cast<std::uint64_t>(parse_integer(take()).value_or(0));
        auto const file = take();
        one.weight = file.starts_with('b') ? severity::bad_line : severity::warning;
        one.file = file.substr(std::min<std::size_t>(1, file.size()));
        one.why = take();
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace detail

/// A ledger's file in memory. What is changed there stays this process's own.
class ledger_file {
public:
    ledger_file() = default;
    /// Maps it. Gives none where there is no file, where it cannot be read, and where it is of another
    /// cohort or version or damaged: all that it holds can be had from the cohort's lines.
    ledger_file(std::string const& path, std::uint64_t charter, std::size_t timepoints)
    {
        io::fd const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        struct stat about {};
        if (!file || ::fstat(file.get(), &about) != 0 || !S_ISREG(about.st_mode) ||
            about.st_size < static_cast<::off_t>(sizeof(detail::ledger_header)))
            return;
        size_ = static_cast<std::size_t>(about.st_size);
        void* const memory = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE, file.get(), 0);
        if (memory == MAP_FAILED) return;
        memory_ = static_cast<std::byte*>(memory);
        if (!fits(charter, timepoints)) *this = ledger_file();
    }
    ledger_file(ledger_file const&) = delete;
    ledger_file& operator=(ledger_file&& other) noexcept
    {
        std::swap(memory_, other.memory_);
        std::swap(size_, other.size_);
        std::swap(state, other.state);
        std::swap(rows, other.rows);
        std::swap(row_count, other.row_count);
        std::swap(slots, other.slots);
        return *this;
    }
    ~ledger_file()
    {
        if (memory_ != nullptr) ::munmap(memory_, size_);
    }

    [[nodiscard]] explicit operator bool() const noexcept { return memory_ != nullptr; }

    ledger_state state;
    std::byte* rows = nullptr;
    std::size_t row_count = 0;
    row_slots slots;

private:
    [[nodiscard]] bool fits(std::uint64_t charter, std::size_t timepoints)
    {
        detail::ledger_header header;
        auto const name = header.name;
        std::memcpy(&header, memory_, sizeof header);
        auto const all = detail::bytes_of(memory_, size_);
        if (header.name != name || header.charter != charter || header.timepoints != timepoints) return false;
        auto const stride = tracked_rows(timepoints).stride();
        auto const files = (timepoints + 1) * sizeof(read_so_far);
        if (header.rows > size_ / stride || header.slots > size_ / sizeof(std::uint32_t) ||
            header.fault_bytes > size_)
            return false;
        auto const rows_at = sizeof header + files;
        auto const slots_at = rows_at + header.rows * stride;
        auto const faults_at = slots_at + header.slots * sizeof(std::uint32_t);
        if (size_ != faults_at + header.fault_bytes) return false;
        detail::word_sum sum;
        sum.add(all.substr(offsetof(detail::ledger_header, charter)));
        if (sum.value != header.sum) return false;
        state.files.resize(timepoints + 1);
        std::memcpy(state.files.data(), memory_ + sizeof header, files);
        state.requests = header.requests;
        state.answers = header.answers;
        state.faults = detail::faults_in(all.substr(faults_at));
        rows = memory_ + rows_at;
        row_count = header.rows;
        slots = {reinterpret_cast<std::uint32_t const*>(memory_ + slots_at), header.slots};
        return true;
    }

    std::byte* memory_ = nullptr;
    std::size_t size_ = 0;
};

/// Writes a ledger beside the old one, which it replaces when it is whole.
/// @throws std::system_error where it cannot be written
inline void write_ledger(std::string const& path, std::uint64_t charter, ledger_state const& state,
                         tracked_rows const& rows)
{
    std::vector<std::uint32_t> slots(slots_for(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) put_row(slots, rows[i].id(), i);
    auto const faults = detail::text_of(state.faults);
    detail::ledger_header header;
    header.charter = charter;
    header.timepoints = state.files.size() - 1;
    header.rows = rows.size();
    header.slots = slots.size();
    header.fault_bytes = faults.size();
    header.requests = state.requests;
    header.answers = state.answers;
    auto const each_part = [&](auto take) {
        take(detail::bytes_of(state.files.data(), state.files.size()));
        rows.for_each_piece(take);
        take(detail::bytes_of(slots.data(), slots.size()));
        take(std::string_view(faults));
    };
    detail::word_sum sum;
    sum.add(detail::summed_part(header));
    each_part([&](std::string_view part) { sum.add(part); });
    header.sum = sum.value;
    auto to = io::output::beside(path);
    to.write(detail::bytes_of(&header));
    each_part([&](std::string_view part) { to.write(part); });
    to.finish();
}

} // namespace tiktrack::cohort
