#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes up what the benchmarks read, always the same: corpora.py FOLDER

    own.jsonl       20 000 videos at 5 timepoints, all keys of a record in our own order, no raw
    fewer.jsonl     the same without the keys that a record made by hand may lack: 1.4 KB each
    shuffled.jsonl  the same records, their keys in another order
    mixed.jsonl     the same, each line in one of four orders
    spaces.jsonl    the same with ", " and ": "
    single.jsonl    100 000 videos once: every row a series of its own
    short.jsonl     as own.jsonl on a platform whose ids have 11 letters
    raw.jsonl       2 000 videos at 5 timepoints with `raw`, 20 KB each
    page.html       a video page of 250 KB
    feed.json       an answer of the app's shape, listing.json one of the web's
"""

import json
import pathlib
import random
import sys

KEYS = """cohort_id video_id timepoint hours_since_upload views likes comments_count shares saves engagement_rate
comment_rate share_rate collection_timestamp video_url upload_timestamp upload_datetime caption hashtags video_duration
thumbnail_url music_id sound_title sound_author sound_original creator_username creator_display_name
creator_follower_count creator_following_count creator_total_likes creator_total_videos creator_verified creator_bio
status status_detail attempts source vantage platform schema quality_flags discovered_timestamp time_origin target_hours
due_timestamp lag_seconds schedule_status reposts views_resolution likes_resolution comments_resolution
shares_resolution saves_resolution followers_resolution save_rate engagement_rate_by_views views_per_follower
upload_source discovered_via is_ad is_photo language region category_type video_transcript transcript_language
sound_usage_count sound_trending completion_rate average_watch_time replay_count audience_retention_curve traffic_source
share_destination for_you_page_appearances duet_count stitch_count raw_ref raw""".split()

LACKING = set("""vantage discovered_timestamp time_origin target_hours due_timestamp lag_seconds reposts saves_resolution
followers_resolution save_rate engagement_rate_by_views views_per_follower upload_source""".split() + KEYS[KEYS.index("is_ad"):])

WORDS = """morning routine with my cat who hates mondays and loves cheese recipe easy dinner five minutes wait for it part two
storytime the neighbour again pov you forgot summer dance tutorial slow version día de playa con amigos où est le chat
schön wetter heute кот спит दिल से 今日のごはん 고양이 자는중 مرحبا بالجميع""".split()
EMOJI = "😂🔥✨🥹🐈🍜🎶💃🌊🫶"
BEGIN = 1_763_900_000
HOURS = (0, 1, 6, 24, 48)


def text(chance, words):
    said = " ".join(chance.choice(WORDS) for _ in range(words))
    if chance.random() < 0.5:
        said += " " + "".join(chance.choice(EMOJI) for _ in range(chance.randint(1, 3)))
    if chance.random() < 0.15:
        said = said.replace(" ", "\n", 1)
    if chance.random() < 0.1:
        said = f'"{said}", she said\\'
    return said


def shown(count):
    """A count as the platform's pages show it."""
    unit = 1 if count < 10_000 else 100 if count < 1_000_000 else 100_000
    return (count + unit // 2) // unit * unit, unit


def iso(seconds):
    import datetime
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def number(value):
    return float(f"{value:.10g}")


def video(chance, index):
    uploaded = BEGIN + chance.randint(-18_000, 0)
    name = f"{chance.choice(WORDS[:24])}.{chance.choice(WORDS[:24])}{index}"
    followers, unit = shown(int(10 ** chance.uniform(2, 6.5)))
    tags = chance.sample(WORDS[:30], chance.randint(0, 4))
    number_text = str((uploaded - 30) << 32 | chance.getrandbits(32))
    return {"cohort_id": "20251123_120000", "video_id": number_text, "platform": "tiktok", "schema": 1,
            "video_url": f"https://www.tiktok.com/@{name}/video/{number_text}", "upload_timestamp": uploaded,
            "upload_datetime": iso(uploaded), "caption": text(chance, chance.randint(3, 14)) + "".join(f" #{t}" for t in tags),
            "hashtags": tags, "video_duration": chance.randint(5, 180),
            "thumbnail_url": "https://p16.example/tos-0068/" + f"{chance.getrandbits(128):032x}" + "~origin.image?x-expires=1764108000",
            "music_id": str(chance.getrandbits(62) | 1 << 61), "sound_title": "original sound - " + name, "sound_author": name,
            "sound_original": True, "creator_username": name, "creator_display_name": text(chance, 2).split("\n")[0],
            "creator_follower_count": followers, "creator_following_count": chance.randint(0, 2000),
            "creator_total_likes": shown(followers * 17)[0], "creator_total_videos": chance.randint(1, 900),
            "creator_verified": chance.random() < 0.05, "creator_bio": text(chance, 6), "followers_resolution": unit,
            "discovered_timestamp": BEGIN, "time_origin": "discovery", "upload_source": "platform",
            "discovered_via": "hashtag:fyp", "is_ad": False, "is_photo": False, "language": chance.choice(["en", "es", "un"]),
            "category_type": str(chance.randint(100, 125)), "fans": followers, "base": int(10 ** chance.uniform(2, 6.3))}


KEPT_BY_FAILURES = """cohort_id video_id platform schema video_url upload_timestamp upload_datetime discovered_timestamp
time_origin upload_source discovered_via""".split()


def record(chance, one, hours):
    """A snapshot of a video; now and then one that failed."""
    due = BEGIN + hours * 3600
    lag = chance.randint(0, 240) if hours else 0
    row = dict.fromkeys(KEYS) | {"attempts": 1, "source": "embed+page", "quality_flags": [],
                                 "timepoint": f"hour_{hours}", "collection_timestamp": due + lag,
                                 "target_hours": hours, "due_timestamp": due, "lag_seconds": lag, "schedule_status": "on_time"}
    if chance.random() < 0.02:
        return row | {key: one[key] for key in KEPT_BY_FAILURES} | {
            "status": "rate_limited", "status_detail": "503 overload-protect triggered", "attempts": 5}
    row |= {key: value for key, value in one.items() if key in row} | {"status": "ok"}
    true_views = int(one["base"] * (1 + hours) ** 0.6)
    for key, resolution, share in (("views", "views_resolution", 1), ("likes", "likes_resolution", 0.08),
                                   ("comments_count", "comments_resolution", 0.004), ("shares", "shares_resolution", 0.009),
                                   ("saves", "saves_resolution", 0.006)):
        row[key], row[resolution] = shown(int(true_views * share))
    views = row["views"]
    row |= {"hours_since_upload": number((due + lag - one["upload_timestamp"]) / 3600),
            "engagement_rate": number(100 * row["likes"] / views), "comment_rate": number(1000 * row["comments_count"] / views),
            "share_rate": number(1000 * row["shares"] / views), "save_rate": number(1000 * row["saves"] / views),
            "engagement_rate_by_views": number(100 * (row["likes"] + row["comments_count"] + row["shares"]) / views),
            "views_per_follower": number(views / one["fans"])}
    return row


def compact(row):
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def address(chance):
    return f"https://v16.example/video/tos/{chance.getrandbits(96):x}/?a=1988&bti={chance.getrandbits(64):x}&signature=made-up-{chance.getrandbits(160):x}"


def item(chance, one, row):
    """A web item of about 18 KB in the shape of a page's itemStruct."""
    stats = {"playCount": row["views"] or 0, "diggCount": row["likes"] or 0, "commentCount": row["comments_count"] or 0,
             "shareCount": row["shares"] or 0, "collectCount": str(row["saves"] or 0)}
    play = {"DataSize": "5530033", "Width": 576, "Height": 1024, "Uri": "v12044gd0000made0up", "UrlKey": "v12044_h264_540p",
            "FileCs": "c:0-31000-f00c"}
    return {"id": one["video_id"], "desc": one["caption"], "createTime": str(one["upload_timestamp"]), "scheduleTime": 0,
            "video": {"id": one["video_id"], "height": 1024, "width": 576, "duration": one["video_duration"], "ratio": "540p",
                      "cover": one["thumbnail_url"], "originCover": one["thumbnail_url"], "playAddr": address(chance),
                      "bitrate": 1170007, "subtitleInfos": [], "volumeInfo": {"Loudness": -19.1, "Peak": 0.45},
                      "bitrateInfo": [{"Bitrate": 1170007 // (1 + n), "GearName": f"normal_540_{n}", "CodecType": "h264",
                                       "PlayAddr": play | {"UrlList": [address(chance) for _ in range(3)]},
                                       "MVMAF": '"{\\"v2.0\\": {\\"srv1\\": {\\"v1080\\": 92.059}}}"'} for n in range(20)],
                      "VideoExtra": json.dumps({"PktOffsetMap": json.dumps([{"time": t, "offset": 204800 * t} for t in range(20)])})},
            "author": {"id": str(chance.getrandbits(62)), "uniqueId": one["creator_username"], "nickname": one["creator_display_name"],
                       "avatarLarger": address(chance), "avatarMedium": address(chance), "avatarThumb": address(chance),
                       "signature": one["creator_bio"], "verified": one["creator_verified"], "secUid": "MS4wLjABAAAA" + "x" * 64,
                       "ftc": False, "openFavorite": False, "commentSetting": 0, "duetSetting": 0, "stitchSetting": 0},
            "music": {"id": one["music_id"], "title": one["sound_title"], "playUrl": address(chance), "coverLarge": address(chance),
                      "authorName": one["sound_author"], "original": True, "duration": one["video_duration"]},
            "challenges": [{"id": str(n), "title": tag, "desc": "", "coverLarger": ""} for n, tag in enumerate(one["hashtags"])],
            "stats": stats, "statsV2": {key: str(value) for key, value in stats.items()} | {"repostCount": "0"},
            "authorStats": {"followerCount": one["creator_follower_count"], "followingCount": one["creator_following_count"],
                            "heart": one["creator_total_likes"], "heartCount": one["creator_total_likes"],
                            "videoCount": one["creator_total_videos"], "diggCount": 0, "friendCount": 0},
            "textExtra": [{"awemeId": "", "start": 0, "end": 4, "hashtagName": tag, "hashtagId": "", "type": 1, "subType": 0}
                          for tag in one["hashtags"]],
            "itemCommentStatus": 0, "textLanguage": one["language"], "CategoryType": int(one["category_type"]), "isAd": False,
            "diversificationId": 10003, "AIGCDescription": "", "locationCreated": "US", "duetEnabled": True,
            "contents": [{"desc": one["caption"]}]}


def aweme(chance, one, row):
    """An item of about 28 KB in the app's shape."""
    def picture():
        return {"uri": f"tos/{chance.getrandbits(128):x}", "url_list": [address(chance) for _ in range(3)], "width": 720, "height": 720,
                "url_prefix": None}

    return {"aweme_id": one["video_id"], "desc": one["caption"], "create_time": one["upload_timestamp"],
            "author": {"uid": str(chance.getrandbits(62)), "unique_id": one["creator_username"], "nickname": one["creator_display_name"],
                       "signature": one["creator_bio"], "custom_verify": "", "enterprise_verify_reason": "",
                       **{f"avatar_{size}": picture() for size in ("thumb", "medium", "larger", "168x168", "300x300")}},
            "music": {"mid": one["music_id"], "title": one["sound_title"], "author": one["sound_author"], "is_original_sound": True,
                      "user_count": 0, "cover_large": picture(), "play_url": picture()},
            "statistics": {"aweme_id": one["video_id"], "play_count": row["views"] or 0, "digg_count": row["likes"] or 0,
                           "comment_count": row["comments_count"] or 0, "share_count": row["shares"] or 0,
                           "collect_count": row["saves"] or 0, "forward_count": 0, "download_count": 12},
            "video": {"duration": one["video_duration"] * 1000, "cover": picture(), "origin_cover": picture(), "play_addr": picture(),
                      "bit_rate": [{"gear_name": f"adapt_{n}", "bit_rate": 500_000 + n, "play_addr": picture()} for n in range(32)]},
            "region": "US", "desc_language": one["language"], "is_ads": False, "aweme_type": 0,
            "text_extra": [{"start": 0, "end": 4, "type": 1, "hashtag_name": tag, "hashtag_id": "1"} for tag in one["hashtags"]],
            "cha_list": [{"cid": "1", "cha_name": tag} for tag in one["hashtags"]]}


def page(chance, one, row):
    """A whole video page of about 250 KB."""
    said = {f"key_{n}": text(chance, 12) for n in range(1550)}
    state = {"__DEFAULT_SCOPE__": {
        "webapp.app-context": {"language": "en", "region": "US", "encryptedWebid": "", "nonce": "made-up"},
        "webapp.biz-context": {"abTestVersion": {"versionName": ",".join(str(n) for n in range(70_000_000, 70_003_000))}},
        "webapp.i18n-translation": said,
        "webapp.video-detail": {"itemInfo": {"itemStruct": item(chance, one, row)}, "shareMeta": {"title": "", "desc": ""},
                                "statusCode": 0, "statusMsg": ""}}}
    script = json.dumps(state, ensure_ascii=False, separators=(",", ":")).replace("/", "\\u002F")
    return ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>made up</title>"
            "<style>" + ".made-up{color:red}" * 500 + "</style>"
            f"<link rel=\"canonical\" href=\"{one['video_url']}\"></head><body><div id=\"app\"></div>"
            f"<script id=\"__UNIVERSAL_DATA_FOR_REHYDRATION__\" type=\"application/json\">{script}</script>"
            "<script>" + "/* nothing happens here */" * 1500 + "</script></body></html>\n")


def main(folder):
    chance = random.Random(20251123)
    videos = [video(chance, index) for index in range(20_000)]
    orders = [list(KEYS) for _ in range(5)]
    for order in orders[1:]:
        chance.shuffle(order)
    names = ("own", "fewer", "shuffled", "mixed", "spaces", "short")
    files = {name: open(folder / f"{name}.jsonl", "w", encoding="utf-8") for name in names}
    for hours in HOURS:
        for index, one in enumerate(videos):
            row = record(chance, one, hours)
            line = compact(row)
            files["own"].write(line + "\n")
            files["fewer"].write(compact({key: value for key, value in row.items() if key not in LACKING}) + "\n")
            other = f"v_{index * 7919 % 1_000_000_007:09d}"
            files["short"].write(compact(row | {"video_id": other, "platform": "youtube"}) + "\n")
            files["shuffled"].write(compact({key: row[key] for key in orders[1]}) + "\n")
            files["mixed"].write(compact({key: row[key] for key in chance.choice(orders[1:])}) + "\n")
            files["spaces"].write(json.dumps(row, ensure_ascii=False) + "\n")
    for file in files.values():
        file.close()
    with open(folder / "single.jsonl", "w", encoding="utf-8") as file:
        for index in range(100_000):
            file.write(compact(record(chance, video(chance, index), 1)) + "\n")
    with open(folder / "raw.jsonl", "w", encoding="utf-8") as file:
        for hours in HOURS:
            for one in videos[:2000]:
                row = record(chance, one, hours)
                file.write(compact(row | {"raw": {"page": item(chance, one, row)}}) + "\n")
    rows = [(one, record(chance, one, 0)) for one in videos[:30]]
    one, row = next((one, row) for one, row in rows if row["status"] == "ok")
    (folder / "page.html").write_text(page(chance, one, row), encoding="utf-8")
    (folder / "feed.json").write_text(compact({"status_code": 0, "has_more": 1, "aweme_list": [aweme(chance, *r) for r in rows[:14]],
                                               "extra": {"now": BEGIN * 1000}}), encoding="utf-8")
    (folder / "listing.json").write_text(compact({"statusCode": 0, "hasMore": True, "cursor": "30",
                                                  "itemList": [item(chance, *r) for r in rows], "extra": {"now": BEGIN * 1000}}),
                                         encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
