// SPDX-License-Identifier: MIT
// Writes an archive of made-up exchanges, for other programs to read, and prints the offset and the id of
// those that have one to refer to them: make_archive FILE
#include "tiktrack/cohort/archive.hpp"
#include "tiktrack/http/exchange.hpp"

#include <cstdio>
#include <string>

using namespace tiktrack;

namespace {

http::answer answered(int status, std::string head, std::string body)
{
    http::answer made;
    made.how = http::arrival::answered;
    made.status = status;
    made.head = std::move(head);
    made.body = std::move(body);
    return made;
}

} // namespace

int main(int, char** arguments)
{
    std::string const path = arguments[1],
                      page = "https://site.example/embed/v2/7123456789012345678?a=%C3%A9";
    std::string const request =
        "GET /embed/v2/7123456789012345678?a=%C3%A9 HTTP/1.1\r\nHost: site.example\r\n"
        "User-Agent: tiktrack/0\r\nAccept: text/html\r\n\r\n";
    cohort::archive_writer writer({path, "20261123_120000", "hour_1.warc.gz", "--delay 2 --wait 1m"}, 0);
    std::int64_t now = 1795435200; // 2026-11-23T12:00:00Z
    auto const seen = writer.append(
        request,
        archived_response(answered(200,
                                   "HTTP/2 200 \r\ncontent-type: text/html; charset=utf-8\r\n"
                                   "content-encoding: br\r\ncontent-length: 20\r\n",
                                   "<!DOCTYPE html><title>Caf\xc3\xa9</title>" + std::string(300'000, '\n'))),
        page, now++);
    writer.append_metadata("{\"status\":\"ok\"}", {seen},
                           "https://site.example/@anna/video/7123456789012345678", now++);
    auto refusal = answered(503, "HTTP/1.1 503 Service Unavailable\r\nTransfer-Encoding: chunked\r\n", "");
    auto const refused = writer.append(request, archived_response(refusal), page, now++);
    writer.append(
        request,
        archived_response(answered(200, "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n",
                                   std::string("\0\xff\r\n\r\nWARC/1.1\r\n", 16))),
        page, now++);
    auto half = answered(200, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n", "");
    half.how = http::arrival::failed;
    half.detail = "transfer closed with 5 bytes remaining to read";
    writer.append(request, archived_response(half), page, now++);
    auto const silent = writer.append(request, "", page, now++); // nobody answered
    writer.append_metadata("{\"status\":\"network_error\"}", {silent}, "", now++);
    writer.sync();
    for (auto const& each : {seen, refused, silent})
        std::printf("%llu %s\n", static_cast<unsigned long long>(each.offset), each.id.c_str());
}
