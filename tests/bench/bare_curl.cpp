// SPDX-License-Identifier: MIT
// What a program costs at least that fetches pages with libcurl: it asks for each address in turn over one
// connection, decodes the answers, counts their bytes, and looks at nothing. bare_curl CA_FILE < addresses
#include <curl/curl.h>

#include <iostream>
#include <string>

namespace {

std::size_t take(char* data, std::size_t, std::size_t size, void* to)
{
    static_cast<std::string*>(to)->append(data, size);
    return size;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) return 2;
    CURLM* const multi = curl_multi_init();
    CURL* const easy = curl_easy_init();
    std::string body, url;
    curl_easy_setopt(easy, CURLOPT_CAINFO, argv[1]);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);
    std::size_t bytes = 0, pages = 0;
    while (std::getline(std::cin, url)) {
        body.clear();
        curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
        curl_multi_add_handle(multi, easy);
        for (int running = 1; running > 0;) {
            curl_multi_perform(multi, &running);
            if (running > 0) curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
        }
        int left = 0;
        CURLMsg const* const done = curl_multi_info_read(multi, &left);
        if (done == nullptr || done->data.result != CURLE_OK) return 1;
        curl_multi_remove_handle(multi, easy);
        bytes += body.size();
        ++pages;
    }
    std::cout << pages << " pages, " << bytes << " bytes\n";
    curl_easy_cleanup(easy);
    curl_multi_cleanup(multi);
}
