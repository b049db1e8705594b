// SPDX-License-Identifier: MIT
// What is kept of each tracked video, as it lies in memory and in the ledger's file.
#pragma once

#include "tiktrack/cohort/cell.hpp"
#include "tiktrack/cohort/schedule.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tiktrack::cohort {

/// A tracked video; its cells follow it in memory, one for each timepoint.
struct tracked_row {
    char id_text[20] = {};
    std::uint8_t id_size = 0;
    std::uint8_t upload_known = 0;
    std::uint8_t upload_seen = 0; ///< whether the platform said it
    std::uint8_t unused = 0;
    std::uint64_t line_at = 0;   ///< the byte of `tracked_videos.jsonl` at which its line begins
    std::uint64_t line_size = 0; ///< without its end
    std::int64_t discovered = 0; ///< Unix seconds
    std::int64_t upload = 0;     ///< Unix seconds, where it is known

    [[nodiscard]] std::string_view id() const noexcept { return {id_text, id_size}; }
    /// @param text 1 to 20 digits
    void set_id(std::string_view text) noexcept
    {
        id_size = static_cast<std::uint8_t>(std::min(text.size(), sizeof id_text));
        std::memcpy(id_text, text.data(), id_size);
    }

    /// The platform said when it was uploaded. Where it said two times the earlier counts, so that the order
    /// in which files are read does not matter.
    void saw_upload(std::int64_t when) noexcept
    {
        upload = upload_seen != 0 ? std::min(upload, when) : when;
        upload_known = upload_seen = 1;
    }
};
static_assert(sizeof(tracked_row) == 56 && std::is_trivially_copyable_v<tracked_row>);

/// Rows of one size, which stay where they are: those of a mapped file, then those that were added.
class tracked_rows {
public:
    /// @param mapped where the rows of a file lie, which stay the caller's; nullptr for none
    explicit tracked_rows(std::size_t timepoints, std::byte* mapped = nullptr, std::size_t count = 0)
        : timepoints_(timepoints), mapped_(mapped), mapped_count_(count), count_(count)
    {
    }

    /// Bytes of a row.
    [[nodiscard]] std::size_t stride() const noexcept
    {
        return sizeof(tracked_row) + timepoints_ * sizeof(cell);
    }
    [[nodiscard]] std::size_t size() const noexcept { return count_; }

    [[nodiscard]] tracked_row& operator[](std::size_t row) noexcept
    {
        return *reinterpret_cast<tracked_row*>(place(row));
    }
    [[nodiscard]] tracked_row const& operator[](std::size_t row) const noexcept
    {
        return *reinterpret_cast<tracked_row const*>(place(row));
    }
    [[nodiscard]] std::span<cell> cells(std::size_t row) noexcept
    {
        return {reinterpret_cast<cell*>(place(row) + sizeof(tracked_row)), timepoints_};
    }
    [[nodiscard]] std::span<cell const> cells(std::size_t row) const noexcept
    {
        return {reinterpret_cast<cell const*>(place(row) + sizeof(tracked_row)), timepoints_};
    }

    void add(tracked_row const& of)
    {
        auto const added = count_ - mapped_count_;
        if (added % chunk == 0) chunks_.push_back(std::make_unique<std::byte[]>(chunk * stride()));
        std::memcpy(place(count_++), &of, sizeof of); // its cells are zero, which is a cell without outcome
    }

    /// Calls `take(text)` with the rows' bytes, in pieces.
    template <class Take>
    void for_each_piece(Take take) const
    {
        auto const text = [](std::byte const* from, std::size_t size) {
            return std::string_view(reinterpret_cast<char const*>(from), size);
        };
        if (mapped_count_ > 0) take(text(mapped_, mapped_count_ * stride()));
        for (auto left = count_ - mapped_count_; auto const& each : chunks_) {
            auto const here = std::min(left, chunk);
            take(text(each.get(), here * stride()));
            left -= here;
        }
    }

private:
    static constexpr std::size_t chunk = 1024;

    [[nodiscard]] std::byte* place(std::size_t row) const noexcept
    {
        if (row < mapped_count_) return mapped_ + row * stride();
        auto const added = row - mapped_count_;
        return chunks_[added / chunk].get() + added % chunk * stride();
    }

    std::size_t timepoints_;
    std::byte* mapped_;
    std::size_t mapped_count_;
    std::size_t count_;
    std::vector<std::unique_ptr<std::byte[]>> chunks_;
};

/// What a schedule looks at of a row.
[[nodiscard]] inline history history_of(tracked_rows const& rows, std::size_t row) noexcept
{
    auto const& of = rows[row];
    return {of.discovered, of.upload_known != 0 ? std::optional(of.upload) : std::nullopt,
            of.upload_seen != 0, rows.cells(row)};
}

} // namespace tiktrack::cohort
