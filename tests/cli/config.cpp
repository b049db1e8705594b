// SPDX-License-Identifier: MIT
#include "cli/config.hpp"

#include "toy.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

BOOST_AUTO_TEST_SUITE(cli_config)

using namespace tiktrack::cli;

std::string shown(std::string const& text, bool open_to_others = true)
{
    auto const program = sheet_of(toy::program);
    std::string all;
    for (auto const& one : settings_in({"/c", text, open_to_others}, program, toy::family))
        all += std::string(program.options[one.option].name) + '=' + one.value + ' ';
    return all;
}

BOOST_AUTO_TEST_CASE(lines)
{
    struct row {
        std::string_view text, wanted;
    };
    for (auto const& [text, wanted] : std::to_array<row>({
             {"", ""},
             {"threads = 2\n", "threads=2 "},
             {"threads=2", "threads=2 "},
             {"\t threads \t=\t 2 \t\n", "threads=2 "},
             {"threads = 2\r\ndelay = 3\r\n", "threads=2 delay=3 "},
             {"\xef\xbb\xbfthreads = 2\n", "threads=2 "},
             {"\n\n   \n\r\n# threads = 2\n  # x\n", ""},
             {"label = a # b\n", "label=a # b "},
             {"label = a = b\n", "label=a = b "},
             {"label =\n", "label= "},
             {"strict = yes\nno-raw = no\n", "strict=yes no-raw=no "},
             {"tag = a\ntag = b\n", "tag=a tag=b "},
             {"vantage = DE\nthreads = 2\n", "threads=2 "}, // another program's
         }))
        BOOST_TEST(shown(std::string(text)) == wanted, text << ": " << shown(std::string(text)));
    BOOST_TEST(shown("token = hush", false) == "token=hush ");
}

BOOST_AUTO_TEST_CASE(F67_mistakes)
{
    struct row {
        std::string_view text, sentence;
    };
    for (auto const& each : std::to_array<row>({
             {"\n# x\ndleay = 1\n", "2: /c:3: unknown key 'dleay' (did you mean delay?)"},
             {"vantages = DE", "2: /c:1: unknown key 'vantages' (did you mean vantage?)"},
             {"threads = 2\r\nmax_line = 1M\r\n", "2: /c:2: unknown key 'max_line' (did you mean max-line?)"},
             {"frobnicate = 1\n", "2: /c:1: unknown key 'frobnicate'"},
             {"= 1\n", "2: /c:1: unknown key ''"},
             {"strict\n", "2: /c:1: 'strict' is no 'key = value'"},
             {"threads = 1\nthreads = 2\n", "2: /c:2: 'threads' is given twice, here and in line 1"},
             {"output = x\n", "2: /c:1: 'output' can only be given on the command line"},
             {"help = yes\n", "2: /c:1: 'help' can only be given on the command line"},
             {"token = hush\n", "77: /c:1: token is a secret, and others can read this file: chmod 600 '/c', "
                                "or set TIKTRACK_TOKEN"},
         })) {
        auto const got = toy::refusal_of([&] { (void)shown(std::string(each.text)); });
        BOOST_TEST(got == each.sentence, "got " << got << ", not " << each.sentence);
    }
}

BOOST_AUTO_TEST_CASE(F66_where_it_is)
{
    struct row {
        std::map<std::string, std::string> variables;
        std::string_view path;
    };
    for (auto const& each : std::to_array<row>({
             {{}, "none"},
             {{{"HOME", "/h"}}, "/h/.config/tiktrack/config"},
             {{{"HOME", "/h"}, {"XDG_CONFIG_HOME", "/x"}}, "/x/tiktrack/config"},
             {{{"HOME", "/h"}, {"XDG_CONFIG_HOME", ""}}, "/h/.config/tiktrack/config"},
             {{{"HOME", "/h"}, {"XDG_CONFIG_HOME", "x"}}, "/h/.config/tiktrack/config"},
             {{{"HOME", ""}}, "none"},
             {{{"XDG_CONFIG_HOME", "/x"}}, "/x/tiktrack/config"},
         })) {
        auto const got = configuration_path([&](std::string const& name) -> std::optional<std::string> {
            auto const at = each.variables.find(name);
            return at == each.variables.end() ? std::nullopt : std::optional(at->second);
        });
        BOOST_TEST(got.value_or("none") == each.path);
    }
}

BOOST_AUTO_TEST_CASE(reading_it)
{
    auto folder = (std::filesystem::temp_directory_path() / "tiktrack-config-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(folder.data()) != nullptr);
    auto const path = folder + "/config";
    BOOST_TEST(!read_configuration(path).has_value());
    BOOST_TEST(!read_configuration(path + "/below").has_value());
    std::string const text(10000, '#');
    {
        auto const file = tiktrack::io::open_file(path, O_WRONLY | O_CREAT, 0644);
        tiktrack::io::write_all(file.get(), text.data(), text.size(), path);
    }
    BOOST_TEST((read_configuration(path)->text == text));
    BOOST_TEST(!read_configuration(path + "/below").has_value()); // a file in a folder's place: nothing there
    ::chmod(path.c_str(), 0640);
    BOOST_TEST(read_configuration(path)->open_to_others);
    ::chmod(path.c_str(), 0600);
    BOOST_TEST(!read_configuration(path)->open_to_others);
    BOOST_CHECK_THROW((void)read_configuration(folder), std::system_error);
    ::unlink(path.c_str());
    ::rmdir(folder.c_str());
}

BOOST_AUTO_TEST_SUITE_END()
