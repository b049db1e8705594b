// SPDX-License-Identifier: MIT
// The film or the pictures of a video in an itemStruct: `video` and `imagePost`.
#pragma once

#include "item.hpp"

namespace tiktrack::stand_in {

namespace detail {

[[nodiscard]] inline json::object play_address(chance& by)
{
    auto const uri = "v12044gd0000" + made_up_hex(by, 20);
    return {{"DataSize", std::to_string(by.roll(9'000'000))},
            {"Width", 576},
            {"Height", 1024},
            {"Uri", uri},
            {"UrlList", json::array{film(by), film(by), film(by)}},
            {"UrlKey", uri + "_h264_540p_1172197"},
            {"FileHash", made_up_hex(by, 32)},
            {"FileCs", "c:0-32633-" + made_up_hex(by, 4)}};
}

/// What is spoken (ASR), and a translation of it (MT), which comes first.
inline void add_subtitles(json::object& video, chance& by)
{
    json::array infos, captions;
    for (bool const heard : {false, true}) {
        auto const address = film(by);
        auto const* const language = heard ? "deu-DE" : "eng-US";
        infos.push_back(json::object{{"UrlExpire", "1790802000"},
                                     {"Size", "296"},
                                     {"LanguageID", heard ? "9" : "2"},
                                     {"LanguageCodeName", language},
                                     {"Url", address},
                                     {"Format", "webvtt"},
                                     {"Version", heard ? "1" : "4"},
                                     {"Source", heard ? "ASR" : "MT"}});
        captions.push_back(json::object{{"language", language},
                                        {"languageID", heard ? "9" : "2"},
                                        {"url", address},
                                        {"expire", "1790802000"},
                                        {"captionFormat", "webvtt"},
                                        {"isAutoGen", true},
                                        {"subID", "-181621747"},
                                        {"claSubtitleID", "7546873610993879824"},
                                        {"languageCode", heard ? "de" : "en"},
                                        {"isOriginalCaption", heard},
                                        {"urlList", json::array{address, film(by), film(by)}},
                                        {"variant", "default"},
                                        {"subtitleType", "4"},
                                        {"translationType", "0"}});
    }
    video["subtitleInfos"] = infos;
    video["claInfo"] = json::object{{"hasOriginalAudio", true},
                                    {"enableAutoCaption", true},
                                    {"originalLanguageInfo",
                                     {{"language", "deu-DE"},
                                      {"languageID", "9"},
                                      {"languageCode", "de"},
                                      {"canTranslateRealTimeNoCheck", true}}},
                                    {"captionInfos", captions},
                                    {"captionsType", "2"},
                                    {"noCaptionReason", nullptr}};
}

[[nodiscard]] inline json::array bit_rates(chance& by)
{
    json::array list;
    for (auto const rate : {1'172'197, 889'000, 610'000, 402'000})
        list.push_back(json::object{
            {"Bitrate", rate},
            {"QualityType", 20},
            {"BitrateFPS", 30},
            {"GearName", "normal_540_0"},
            {"PlayAddr", play_address(by)},
            {"CodecType", "h264"},
            {"MVMAF", "\"{\\\"v2.0\\\": {\\\"srv1\\\": {\\\"v1080\\\": 92.059, \\\"v960\\\": 94.499}}}\""},
            {"Format", "mp4"},
            {"VideoExtra", "{\"PktOffsetMap\":\"[{\\\"time\\\": 1, \\\"offset\\\": 204856}]\"}"}});
    return list;
}

[[nodiscard]] inline json::object video_of(made_up_video const& of, chance& by)
{
    bool const film_there = of.pictures == 0;
    json::object made{{"id", std::to_string(of.id)},
                      {"height", film_there ? 1024 : 0},
                      {"width", film_there ? 576 : 0},
                      {"duration", of.duration},
                      {"ratio", film_there ? "540p" : ""},
                      {"cover", picture(by)},
                      {"originCover", picture(by)},
                      {"dynamicCover", film_there ? picture(by) : ""},
                      {"playAddr", film_there ? film(by) : ""},
                      {"downloadAddr", film_there ? film(by) : ""},
                      {"shareCover", json::array{film_there ? "" : picture(by)}},
                      {"reflowCover", film_there ? "" : picture(by)}};
    if (!film_there) {
        made["subtitleInfos"] = json::array{};
        return made;
    }
    made["bitrate"] = 1'172'197;
    for (auto const* key : {"encodedType", "videoQuality"}) made[key] = "normal";
    made["format"] = "mp4";
    made["encodeUserTag"] = "";
    made["codecType"] = "h264";
    made["definition"] = "540p";
    made["subtitleInfos"] = json::array{};
    made["zoomCover"] =
        json::object{{"240", picture(by)}, {"480", picture(by)}, {"720", picture(by)}, {"960", picture(by)}};
    made["volumeInfo"] = json::object{{"Loudness", -19.1}, {"Peak", 0.45709}};
    made["bitrateInfo"] = bit_rates(by);
    made["size"] = "5538633";
    made["VQScore"] = "66.28";
    made["claInfo"] = json::object{{"hasOriginalAudio", true},
                                   {"enableAutoCaption", true},
                                   {"captionInfos", json::array{}},
                                   {"noCaptionReason", 3}};
    made["videoID"] = "v12044gd0000" + made_up_hex(by, 20);
    if (of.subtitles) {
        add_subtitles(made, by);
        made["PlayAddrStruct"] = play_address(by);
    }
    return made;
}

[[nodiscard]] inline json::object photograph(chance& by)
{
    return {{"imageURL", {{"urlList", json::array{picture(by, "photomode"), picture(by, "photomode")}}}},
            {"imageWidth", 1440},
            {"imageHeight", 1920}};
}

[[nodiscard]] inline json::object image_post(made_up_video const& of, chance& by)
{
    json::array images;
    for (std::size_t i = 0; i < of.pictures; ++i) images.push_back(photograph(by));
    return {{"images", images},
            {"cover", photograph(by)},
            {"shareCover", {{"imageURL", {{"urlList", json::array{picture(by)}}}}}},
            {"title", ""}};
}

} // namespace detail

} // namespace tiktrack::stand_in
